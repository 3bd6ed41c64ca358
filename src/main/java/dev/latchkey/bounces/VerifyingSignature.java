package dev.latchkey.bounces;

import dev.latchkey.http.FilterChain;
import dev.latchkey.http.WebReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets the mail provider's requests pass, before any of what they say is read. Without a secret there is nothing at their address. */
@ApplicationScoped
class VerifyingSignature {

    private final MailEventSettings settings;
    private final Clock clock;

    VerifyingSignature(MailEventSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @SignedByMailProvider
    @ServerRequestFilter(priority = FilterChain.SIGNATURE)
    void verify(ContainerRequestContext request) throws IOException {
        var secret = settings.secret().orElseThrow(WebReason.NOT_FOUND::refusal);
        var body = request.getEntityStream().readAllBytes();
        var signature = request.getHeaderString(MailEventSignature.HEADER);
        if (!MailEventSignature.isGood(signature, body, secret, clock.instant())) {
            throw BounceReason.SIGNATURE_INVALID.refusal();
        }
        request.setEntityStream(new ByteArrayInputStream(body));
    }
}
