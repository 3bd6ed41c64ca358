package dev.latchkey.tokens;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/** Verifies access tokens: only those that {@link AccessTokens} issues (RFC 8725, 3.1), and only with keys of our own. */
@ApplicationScoped
public class AccessTokenVerifier {

    private static final Set<String> HEADER = Set.of("alg", "typ", "kid");
    private static final int LONGEST = 2_000;

    private final SigningKeyCache keys;
    private final VerifiedTokens verified;
    private final JwtConsumer consumer;

    AccessTokenVerifier(SigningKeyCache keys, VerifiedTokens verified) {
        this.keys = keys;
        this.verified = verified;
        this.consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, AccessTokens.ALGORITHM)
                .setExpectedType(true, AccessTokens.TYPE)
                .setExpectedIssuer(AccessTokens.ISSUER)
                .setExpectedAudience(Audience.claims())
                .setRequireSubject()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(Math.toIntExact(AccessTokens.LEEWAY.toSeconds()))
                .setVerificationKeyResolver((signature, context) -> keyOf(signature))
                .build();
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
            var checked = consumer.process(token);
            var claims = checked.getJwtClaims();
            return new AccessTokenClaims(
                    UUID.fromString(claims.getClaimValueAsString("sid")),
                    UUID.fromString(claims.getSubject()),
                    Audience.of(claims.getAudience().get(0)),
                    checked.getJoseObjects().get(0).getKeyIdHeaderValue(),
                    Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
        } catch (InvalidJwtException e) {
            throw (e.hasErrorCode(ErrorCodes.EXPIRED) ? TokenReason.TOKEN_EXPIRED : TokenReason.TOKEN_INVALID)
                    .refusal();
        } catch (MalformedClaimException | RuntimeException e) {
            throw TokenReason.TOKEN_INVALID.refusal();
        }
    }

    /** Only a key of our own, found by its name; what the token's header says of keys is never followed. */
    private Key keyOf(JsonWebStructure signature) throws UnresolvableKeyException {
        return Optional.ofNullable(signature.getKeyIdHeaderValue())
                .filter(kid -> hasOurHeader(signature))
                .flatMap(keys::find)
                .orElseThrow(() -> new UnresolvableKeyException("no key of ours"))
                .getPublicKey();
    }

    /** We never sign a header that says more, such as how else the token is to be read. */
    private static boolean hasOurHeader(JsonWebStructure signature) {
        try {
            var header = signature.getHeaders().getFullHeaderAsJsonString();
            return JsonUtil.parseJson(header).keySet().equals(HEADER);
        } catch (JoseException e) {
            return false;
        }
    }
}
