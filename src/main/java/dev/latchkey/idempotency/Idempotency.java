package dev.latchkey.idempotency;

import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import dev.latchkey.http.FilterChain;
import dev.latchkey.input.InvalidRequest;
import dev.latchkey.kernel.InstallationSecret;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;

/** Keeps the promise of {@link Idempotent}: one key, one act, one answer, for each caller. */
@Idempotent
@Interceptor
@Priority(FilterChain.IDEMPOTENCY)
class Idempotency {

    private static final String HEADER = "Idempotency-Key";
    private static final String PURPOSE = "idempotency-fingerprint";
    private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");

    private final IdempotencyKeys keys;
    private final IdempotencyBulkhead acts;
    private final SecurityIdentity caller;
    private final CurrentVertxRequest request;
    private final ObjectMapper json;
    private final ObjectMapper fingerprinting;
    private final InstallationSecret secret;

    Idempotency(
            IdempotencyKeys keys,
            IdempotencyBulkhead acts,
            SecurityIdentity caller,
            CurrentVertxRequest request,
            ObjectMapper json,
            InstallationSecret secret) {
        this.keys = keys;
        this.acts = acts;
        this.caller = caller;
        this.request = request;
        this.json = json;
        this.fingerprinting = withoutSecrets(json);
        this.secret = secret;
    }

    private static ObjectMapper withoutSecrets(ObjectMapper json) {
        var copy = json.copy();
        return copy.setAnnotationIntrospector(AnnotationIntrospector.pair(
                new WithoutSecrets(), copy.getSerializationConfig().getAnnotationIntrospector()));
    }

    @AroundInvoke
    Object once(InvocationContext act) throws Exception {
        var key = request.getCurrent().request().getHeader(HEADER);
        if (key == null) {
            return act.proceed();
        }
        if (!KEY.matcher(key).matches()) {
            throw new InvalidRequest("header/" + HEADER, "invalid", "A key is 1 to 200 visible ASCII characters.");
        }
        var fingerprint = fingerprint(act);
        try (var ignored = acts.acquire()) {
            return QuarkusTransaction.requiringNew().call(() -> firstAnswerTo(key, fingerprint, act));
        }
    }

    private RestResponse<?> firstAnswerTo(String key, byte[] fingerprint, InvocationContext act) throws Exception {
        var name = caller.getPrincipal().getName();
        keys.lock(name, key);
        var earlier = keys.find(name, key);
        if (earlier.isPresent()) {
            return earlier.get().replayTo(fingerprint);
        }
        var answer = (RestResponse<?>) act.proceed();
        keys.keep(name, key, fingerprint, answer, json.writeValueAsString(answer.getEntity()));
        return answer;
    }

    /** Tells requests apart: the same key with another fingerprint is the caller's mistake. The request cannot be read out of it. */
    private byte[] fingerprint(InvocationContext act) throws IOException {
        var http = request.getCurrent().request();
        var fingerprinted = new ArrayList<Object>(List.of(http.method().name(), http.path()));
        for (var argument : act.getParameters()) {
            if (argument instanceof Record || argument instanceof Boolean || argument instanceof String) {
                fingerprinted.add(argument);
            }
        }
        return secret.keyedHash(PURPOSE, fingerprinting.writeValueAsString(fingerprinted));
    }

    private static final class WithoutSecrets extends NopAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public boolean hasIgnoreMarker(AnnotatedMember member) {
            return member.hasAnnotation(NotInFingerprint.class);
        }
    }
}
