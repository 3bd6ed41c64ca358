package dev.latchkey.tokens;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What a token says, and by which key it is signed. */
public record AccessTokenClaims(UUID sessionId, UUID subject, Audience audience, String kid, Instant expiresAt) {

    static AccessTokenClaims of(JsonWebToken token) {
        return new AccessTokenClaims(
                UUID.fromString(token.getClaim(AccessTokens.SESSION_ID)),
                UUID.fromString(token.getSubject()),
                Audience.of(token.getAudience().iterator().next()),
                token.getClaim(AccessTokenParser.KEY_ID),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }

    /** From when on it is refused. */
    Instant endsAt() {
        return expiresAt.plus(AccessTokens.LEEWAY);
    }
}
