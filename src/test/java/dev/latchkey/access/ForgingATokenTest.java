package dev.latchkey.access;

import static dev.latchkey.support.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Base64;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 8725 lists what is tried. The installation's own key stands in for a fault that signs what it should not. */
@QuarkusTest
class ForgingATokenTest {

    @Inject
    SigningKeys keys;

    private final Person mia = Portal.clinic().client("Mia").signsIn();
    private final Person noah = Portal.clinic().client("Noah").signsIn();
    private JwtClaims claims = new JwtClaims();

    @BeforeEach
    void read_a_real_one() throws Exception {
        claims = new JwtConsumerBuilder()
                .setSkipAllValidators()
                .setSkipSignatureVerification()
                .build()
                .processToClaims(mia.token());
    }

    @Test
    void succeeds_with_the_installations_own_key_alone() throws Exception {
        Person.withToken(signed(keys.newest(), "at+jwt")).get("/v1/me").then().statusCode(200);

        var stranger = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        assertInvalid(signed(stranger, "at+jwt"));
        stranger.setKeyId(keys.newest().getKeyId());
        assertInvalid(signed(stranger, "at+jwt"));
    }

    @Test
    void fails_without_a_signature() throws Exception {
        var token = new JsonWebSignature();
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        token.setHeader("typ", "at+jwt");
        token.setKeyIdHeaderValue(keys.newest().getKeyId());
        token.setPayload(claims.toJson());

        assertInvalid(token.getCompactSerialization());
        assertInvalid(mia.token().substring(0, mia.token().lastIndexOf('.') + 1));
    }

    @Test
    void fails_with_the_public_key_for_a_password() throws Exception {
        var published = keys.newest().toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
        var token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        token.setHeader("typ", "at+jwt");
        token.setKeyIdHeaderValue(keys.newest().getKeyId());
        token.setPayload(claims.toJson());
        token.setKey(new HmacKey(published.getBytes(UTF_8)));

        assertInvalid(token.getCompactSerialization());
    }

    @Test
    void fails_with_a_key_that_the_token_brings_along() throws Exception {
        var own = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        var token = unsigned(own, "at+jwt");
        token.setJwkHeader(own);

        assertInvalid(token.getCompactSerialization());
    }

    @Test
    void fails_when_a_word_of_it_is_edited() {
        var parts = mia.token().split("\\.", -1);
        var edited = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace(mia.id(), noah.id());

        assertInvalid(parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(edited.getBytes(UTF_8))
                + "." + parts[2]);
    }

    @ParameterizedTest
    @CsvSource({"iss, somebody", "aud, latchkey-staff", "aud, elsewhere", "sid, nonsense", "sub, nonsense"})
    void fails_with_another_claim_even_if_it_is_signed(String claim, String value) throws Exception {
        claims.setClaim(claim, value);

        assertInvalid(signed(keys.newest(), "at+jwt"));
    }

    @Test
    void fails_with_somebody_elses_subject_even_if_it_is_signed() throws Exception {
        claims.setSubject(noah.id());

        assertInvalid(signed(keys.newest(), "at+jwt"));
    }

    @Test
    void fails_with_another_type_even_if_it_is_signed() throws Exception {
        assertInvalid(signed(keys.newest(), "JWT"));
    }

    @Test
    void fails_after_its_end() throws Exception {
        claims.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() - 10));

        assertRefused(Person.withToken(signed(keys.newest(), "at+jwt")).get("/v1/me"), 401, "token-expired");
    }

    @Test
    void fails_when_it_is_long_or_nothing_at_all() {
        assertInvalid("a".repeat(3_000));
        assertInvalid("a.b.c");
    }

    private String signed(PublicJsonWebKey key, String type) throws Exception {
        return unsigned(key, type).getCompactSerialization();
    }

    private JsonWebSignature unsigned(PublicJsonWebKey key, String type) {
        var token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKey(key.getPrivateKey());
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        token.setHeader("typ", type);
        return token;
    }

    private static void assertInvalid(String token) {
        assertRefused(Person.withToken(token).get("/v1/me"), 401, "token-invalid");
    }
}
