package dev.latchkey.tokens;

import dev.latchkey.kernel.InstallationSecret;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * A key pair that signs access tokens (ES256): the next one, the active one, or a retired one whose tokens still live. The private half
 * is sealed by the installation's secret.
 */
@Entity
class SigningKey {

    private static final String PURPOSE = "signing-key";

    /** How far the clocks of nodes may be apart: one that is late signs for so much longer. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    /** The key's thumbprint (RFC 7638). */
    @Id
    private String kid;

    private byte[] sealedJwk;
    private Instant createdAt;
    private Instant signsFrom;

    SigningKey(InstallationSecret secret, Instant signsFrom, Instant now) {
        try {
            var pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            this.kid = pair.calculateBase64urlEncodedThumbprint("SHA-256");
            pair.setKeyId(kid);
            pair.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            pair.setUse("sig");
            var json = pair.toJson(OutputControlLevel.INCLUDE_PRIVATE);
            this.sealedJwk = secret.seal(PURPOSE, json.getBytes(StandardCharsets.UTF_8));
            this.createdAt = now;
            this.signsFrom = signsFrom;
        } catch (JoseException e) {
            throw new IllegalStateException("no key pair could be made", e);
        }
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected SigningKey() {}

    boolean isToBeSucceeded(Duration lifetime, Duration announcement, Instant now) {
        var succeededFrom = signsFrom.plus(lifetime).minus(announcement);
        return !now.isBefore(signsFrom) && !now.isBefore(succeededFrom);
    }

    /** Whether the last token that it can have signed has ended. */
    boolean isExpired(SigningKey successor, Instant now) {
        var lastTokenEnds = successor.signsFrom.plus(AccessTokens.LIFETIME).plus(AccessTokens.LEEWAY);
        return !now.isBefore(lastTokenEnds.plus(CLOCKS_APART));
    }

    boolean needsReencryption(InstallationSecret secret) {
        return secret.isSealedByPredecessor(PURPOSE, sealedJwk);
    }

    void reencrypt(InstallationSecret secret) {
        sealedJwk = secret.seal(PURPOSE, secret.unseal(PURPOSE, sealedJwk));
    }

    SigningKeyPair open(InstallationSecret secret) {
        try {
            var json = new String(secret.unseal(PURPOSE, sealedJwk), StandardCharsets.UTF_8);
            return new SigningKeyPair(new EllipticCurveJsonWebKey(JsonUtil.parseJson(json)), signsFrom);
        } catch (JoseException e) {
            throw new IllegalStateException("a signing key of ours cannot be read", e);
        }
    }
}
