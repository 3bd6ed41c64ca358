package dev.latchkey.tokens;

import dev.latchkey.kernel.Ids;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.jwt.Claims;

/** Access tokens as RFC 9068 writes them, ES256 and nothing else (RFC 8725, 3.1). No name, address or health data inside. */
@ApplicationScoped
public class AccessTokens {

    public static final Duration LIFETIME = Duration.ofMinutes(10);

    /** For clocks that differ: no token is refused on another node because it ended there first. */
    static final Duration LEEWAY = Duration.ofSeconds(5);

    static final SignatureAlgorithm ALGORITHM = SignatureAlgorithm.ES256;
    static final String ISSUER = "latchkey";
    static final String TYPE = "at+jwt";
    static final String SESSION_ID = "sid";

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
        var key = keys.active();
        // Every claim that the settings smallrye.jwt.new-token.* have a default for is said.
        var token = Jwt.issuer(ISSUER)
                .audience(audience.claim())
                .subject(subject.toString())
                .claim(SESSION_ID, sessionId.toString())
                .claim(Claims.jti, Ids.next().toString())
                .issuedAt(now)
                .expiresAt(expiresAt)
                .claim(Claims.auth_time, signedInAt.getEpochSecond())
                .jws()
                .algorithm(ALGORITHM)
                .type(TYPE)
                .keyId(key.getKeyId())
                .sign(key.getPrivateKey());
        var seconds = Duration.between(now, expiresAt).toSeconds();
        return new IssuedToken(token, Math.max(1, seconds)); // within the leeway it may be less
    }

    /** A token, and for how many seconds it is good. */
    public record IssuedToken(String value, long expiresIn) {}
}
