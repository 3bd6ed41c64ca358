package dev.latchkey.tokens;

import java.time.Instant;
import java.util.UUID;

/** What a token says, and by which key it is signed. */
public record AccessTokenClaims(UUID sessionId, UUID subject, Audience audience, String kid, Instant expiresAt) {

    /** From when on it is refused. */
    Instant endsAt() {
        return expiresAt.plus(AccessTokens.LEEWAY);
    }
}
