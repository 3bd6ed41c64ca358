package dev.latchkey.access;

import dev.latchkey.kernel.InstallationSecret;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A key pair that signs access tokens (ES256). The private half is sealed by the installation's secret. */
@Entity
class SigningKey {

    private static final String PURPOSE = "signing-key";

    /** The key's thumbprint (RFC 7638). */
    @Id
    private String kid;

    private byte[] sealedJwk;
    private Instant createdAt;

    SigningKey(InstallationSecret secret, Instant now) {
        try {
            var pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            this.kid = pair.calculateBase64urlEncodedThumbprint("SHA-256");
            pair.setKeyId(kid);
            pair.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            pair.setUse("sig");
            var json = pair.toJson(OutputControlLevel.INCLUDE_PRIVATE);
            this.sealedJwk = secret.seal(PURPOSE, json.getBytes(StandardCharsets.UTF_8));
            this.createdAt = now;
        } catch (JoseException e) {
            throw new IllegalStateException("no key pair could be made", e);
        }
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected SigningKey() {}

    PublicJsonWebKey open(InstallationSecret secret) {
        try {
            var json = new String(secret.unseal(PURPOSE, sealedJwk), StandardCharsets.UTF_8);
            return new EllipticCurveJsonWebKey(JsonUtil.parseJson(json));
        } catch (JoseException e) {
            throw new IllegalStateException("a signing key of ours cannot be read", e);
        }
    }
}
