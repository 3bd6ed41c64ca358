package dev.latchkey.access;

import dev.latchkey.kernel.Secret;
import dev.latchkey.web.CallerAddress;
import dev.latchkey.web.Limit;
import dev.latchkey.web.Limit.Bucket;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.List;

/**
 * Opens the operator's endpoints to whoever knows it, however many others guess: it is too long for that to help them, and their guesses
 * must not shut the operator out. Wrong ones are counted, so that guessing is held back and on record.
 */
@ApplicationScoped
class OperatorKey {

    static final String TYPE = "operator";

    private final AccessSettings access;
    private final AuditedLimits counting;
    private final CallerAddress caller;
    private final Settings settings;

    OperatorKey(AccessSettings access, AuditedLimits counting, CallerAddress caller, Settings settings) {
        this.access = access;
        this.counting = counting;
        this.caller = caller;
        this.settings = settings;
    }

    void mustBe(String token) {
        if (!is(token)) {
            var refused =
                    Occurrence.of(AuditedAct.LIMITED, Actor.visitor(), null).because("operator-failures");
            counting.count(failures(), refused);
            throw AccessReason.TOKEN_INVALID.refusal();
        }
    }

    private List<Bucket> failures() {
        return settings.failuresPerNetwork().stream()
                .map(limit -> limit.of("wrong operator keys from a network", caller.network()))
                .toList();
    }

    /** Hashes first, so that the comparison takes as long whatever the token. */
    private boolean is(String token) {
        return access.operatorKey()
                .filter(key -> MessageDigest.isEqual(new Secret(key).hash(), new Secret(token).hash()))
                .isPresent();
    }

    @ConfigMapping(prefix = "latchkey.operator.limits")
    interface Settings {

        @WithDefault("20/15m")
        List<Limit> failuresPerNetwork();
    }
}
