package dev.latchkey.tokens;

import dev.latchkey.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/** Access tokens as RFC 9068 writes them, ES256 and nothing else (RFC 8725, 3.1). No name, address or health data inside. */
@ApplicationScoped
public class AccessTokens {

    public static final Duration LIFETIME = Duration.ofMinutes(10);

    /** For clocks that differ: no token is refused on another node because it ended there first. */
    static final Duration LEEWAY = Duration.ofSeconds(5);

    private static final String ISSUER = "latchkey";
    private static final String TYPE = "at+jwt";
    private static final Set<String> HEADER = Set.of("alg", "typ", "kid");
    private static final int LONGEST = 2_000;

    private final SigningKeyCache keys;
    private final VerifiedTokens verified;
    private final Clock clock;
    private final JwtConsumer consumer;

    AccessTokens(SigningKeyCache keys, VerifiedTokens verified, Clock clock) {
        this.keys = keys;
        this.verified = verified;
        this.clock = clock;
        this.consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setExpectedType(true, TYPE)
                .setExpectedIssuer(ISSUER)
                .setExpectedAudience(Audience.claims())
                .setRequireSubject()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(Math.toIntExact(LEEWAY.toSeconds()))
                .setVerificationKeyResolver((signature, context) -> keyOf(signature))
                .build();
    }

    /** @param noLaterThan when it ends at the latest, however long a token lives */
    public IssuedToken issue(UUID sessionId, UUID subject, Audience audience, Instant signedInAt, Instant noLaterThan) {
        var now = clock.instant();
        var later = now.plus(LIFETIME);
        var expiresAt = later.isBefore(noLaterThan) ? later : noLaterThan;
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(audience.claim());
        claims.setSubject(subject.toString());
        claims.setClaim("sid", sessionId.toString());
        claims.setJwtId(Ids.next().toString());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(expiresAt.getEpochSecond()));
        claims.setClaim("auth_time", signedInAt.getEpochSecond());
        var seconds = Duration.between(now, expiresAt).toSeconds();
        return new IssuedToken(sign(claims), Math.max(1, seconds)); // within the leeway it may be less
    }

    private String sign(JwtClaims claims) {
        var key = keys.active();
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setHeader("typ", TYPE);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
    }

    /** Whose session the token speaks of. Whether that session still stands is the next question. */
    public Claims verify(String token) {
        if (token.length() > LONGEST) {
            throw TokenReason.TOKEN_INVALID.refusal();
        }
        return verified.find(token).orElseGet(() -> {
            var claims = check(token);
            verified.keep(token, claims);
            return claims;
        });
    }

    private Claims check(String token) {
        try {
            var checked = consumer.process(token);
            var claims = checked.getJwtClaims();
            return new Claims(
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

    /** A token, and for how many seconds it is good. */
    public record IssuedToken(String value, long expiresIn) {}

    /** What a token says, and by which key it is signed. */
    public record Claims(UUID sessionId, UUID subject, Audience audience, String kid, Instant expiresAt) {

        /** From when on it is refused. */
        Instant endsAt() {
            return expiresAt.plus(LEEWAY);
        }
    }
}
