package dev.latchkey.access;

import dev.latchkey.tokens.Audience;
import java.security.Principal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** The holder of a live session's token. */
public record SessionPrincipal(Audience audience, UUID clinicId, UUID subject, UUID sessionId, Instant tokenExpiresAt)
        implements Principal {

    @Override
    public String getName() {
        return audience.name().toLowerCase(Locale.ROOT) + ":" + subject;
    }
}
