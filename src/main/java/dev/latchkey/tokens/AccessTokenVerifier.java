package dev.latchkey.tokens;

import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** Verifies access tokens: only those that {@link AccessTokens} issues (RFC 8725, 3.1), and only with keys of our own. */
@ApplicationScoped
public class AccessTokenVerifier {

    private static final int LONGEST = 2_000;

    private final JWTParser parser;
    private final VerifiedTokens verified;

    AccessTokenVerifier(JWTParser parser, VerifiedTokens verified) {
        this.parser = parser;
        this.verified = verified;
    }

    /** Whose session the token speaks of. Whether that session still stands is the next question. */
    public AccessTokenClaims verify(String token) {
        if (token.length() > LONGEST) {
            throw TokenReason.TOKEN_INVALID.refusal();
        }
        return verified.find(token).orElseGet(() -> {
            var claims = check(token);
            verified.keep(token, claims);
            return claims;
        });
    }

    private AccessTokenClaims check(String token) {
        try {
            return AccessTokenClaims.of(parser.parse(token));
        } catch (ParseException e) {
            throw (hasEnded(e) ? TokenReason.TOKEN_EXPIRED : TokenReason.TOKEN_INVALID).refusal();
        } catch (RuntimeException e) {
            throw TokenReason.TOKEN_INVALID.refusal();
        }
    }

    private static boolean hasEnded(ParseException refused) {
        return refused.getCause() instanceof InvalidJwtException why && why.hasErrorCode(ErrorCodes.EXPIRED);
    }
}
