package dev.latchkey.access;

import dev.latchkey.tokens.Audience;
import java.security.Principal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Whoever holds the token of a live session. */
public record SessionPrincipal(Audience audience, UUID clinicId, UUID subject, UUID sessionId, Instant tokenExpiresAt)
        implements Principal {

    @Override
    public String getName() {
        return audience.name().toLowerCase(Locale.ROOT) + ":" + subject;
    }
}
