package dev.latchkey.tokens;

import dev.latchkey.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Access tokens as RFC 9068 writes them, ES256 and nothing else (RFC 8725, 3.1). No name, address or health data inside. */
@ApplicationScoped
public class AccessTokens {

    public static final Duration LIFETIME = Duration.ofMinutes(10);

    /** For clocks that differ: no token is refused on another node because it ended there first. */
    static final Duration LEEWAY = Duration.ofSeconds(5);

    static final String ALGORITHM = AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;
    static final String ISSUER = "latchkey";
    static final String TYPE = "at+jwt";

    private final SigningKeyCache keys;
    private final Clock clock;

    AccessTokens(SigningKeyCache keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
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
        signature.setAlgorithmHeaderValue(ALGORITHM);
        signature.setHeader("typ", TYPE);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
    }

    /** A token, and for how many seconds it is good. */
    public record IssuedToken(String value, long expiresIn) {}
}
