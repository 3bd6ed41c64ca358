package dev.latchkey.tokens;

import static dev.latchkey.support.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8725 lists what is tried. The installation's own key stands in for a fault that signs what it should not. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgingATokenTest {

    @Inject
    SigningKeyCache keys;

    private final Person mia = Portal.clinic().client("Mia").signsIn();
    private JwtClaims claims;
    private PublicJsonWebKey ours;

    @BeforeEach
    void begin_with_what_is_genuine() {
        claims = SignedTokens.claims(mia.token());
        ours = keys.active();
    }

    @Test
    void succeeds_with_the_installations_own_key_alone() throws Exception {
        Person.withToken(SignedTokens.token(ours, claims)).get(Api.ME).then().statusCode(200);

        var stranger = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        stranger.setKeyId("a-stranger");
        assertInvalid(SignedTokens.token(stranger, claims));
        stranger.setKeyId(ours.getKeyId());
        assertInvalid(SignedTokens.token(stranger, claims));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE"})
    void fails_without_a_signature(String none) {
        var header = SignedTokens.header(ours).replace("ES256", none);

        assertInvalid(encoded(header) + "." + encoded(claims.toJson()) + ".");
        assertInvalid(mia.token().substring(0, mia.token().lastIndexOf('.') + 1));
        assertInvalid(mia.token().substring(0, mia.token().lastIndexOf('.')));
    }

    /** Some Java took it for everybody's (CVE-2022-21449). */
    @Test
    void fails_with_a_signature_of_nothing_but_zeros() {
        assertInvalid(mia.token().substring(0, mia.token().lastIndexOf('.') + 1) + SignedTokens.base64(new byte[64]));
    }

    @Test
    void fails_with_the_public_key_for_a_password() throws Exception {
        var published = ours.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
        for (var password :
                new byte[][] {published.getBytes(UTF_8), ours.getPublicKey().getEncoded()}) {
            var token = new JsonWebSignature();
            token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
            token.setHeader("typ", "at+jwt");
            token.setKeyIdHeaderValue(ours.getKeyId());
            token.setPayload(claims.toJson());
            token.setKey(new HmacKey(password));

            assertInvalid(token.getCompactSerialization());
        }
    }

    @Test
    void fails_with_a_key_that_the_token_brings_along() throws Exception {
        var own = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        own.setKeyId(ours.getKeyId());
        var brought = "\"jwk\":" + own.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);

        assertInvalid(
                SignedTokens.token(own, SignedTokens.header(own).replace("}", "," + brought + "}"), claims.toJson()));
    }

    /** A header that says more than ours do is refused, even if it is signed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'jku':'https://example.org/jwks.json'",
                "'x5u':'https://example.org/cert.pem'",
                "'x5c':['AAAA']",
                "'crit':['exp'],'exp':1",
                "'crit':['b64'],'b64':true",
                "'crit':[]",
                "'b64':false",
                "'zip':'DEF'",
                "'cty':'JWT'"
            })
    void fails_with_a_header_that_wants_something_else(String wish) throws Exception {
        var header = SignedTokens.header(ours).replace("}", "," + wish.replace('\'', '"') + "}");
        var stranger = EcJwkGenerator.generateJwk(EllipticCurves.P256);

        assertInvalid(SignedTokens.token(ours, header, claims.toJson()));
        assertInvalid(SignedTokens.token(stranger, header, claims.toJson()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'alg':'ES256','typ':'at+jwt'",
                "'alg':'ES256','typ':'at+jwt','kid':'unknown'",
                "'alg':'ES256','typ':'at+jwt','kid':'../../../../dev/null'",
                "'alg':'ES256','typ':'at+jwt','kid':'x'' or ''1''=''1'",
                "'alg':'ES256','typ':'at+jwt','kid':''",
                "'alg':'ES256','typ':'at+jwt','kid':7",
                "'alg':'ES256','typ':'at+jwt','kid':{'a':1}",
                "'alg':'ES256','typ':'at+jwt','kid':null",
                "'alg':'ES256','typ':'JWT','kid':'KID'",
                "'alg':'ES256','typ':7,'kid':'KID'",
                "'alg':'ES256','kid':'KID'",
                "'alg':'ES384','typ':'at+jwt','kid':'KID'",
                "'alg':'es256','typ':'at+jwt','kid':'KID'",
                "'alg':'RS256','typ':'at+jwt','kid':'KID'",
                "'alg':'dir','enc':'A128GCM','typ':'at+jwt','kid':'KID'",
                "'alg':7,'typ':'at+jwt','kid':'KID'",
                "'typ':'at+jwt','kid':'KID'",
                "'alg':'ES256','alg':'ES256','typ':'at+jwt','kid':'KID'",
                "'alg':'ES256','typ':'at+jwt','kid':'unknown','kid':'KID'"
            })
    void fails_with_another_header_even_if_it_is_signed(String members) {
        var header = "{" + members.replace('\'', '"').replace("KID", ours.getKeyId()) + "}";

        assertInvalid(SignedTokens.token(ours, header, claims.toJson()));
    }

    private static String encoded(String text) {
        return SignedTokens.base64(text.getBytes(UTF_8));
    }

    private static void assertInvalid(String token) {
        assertRefused(Person.withToken(token).get(Api.ME), 401, "token-invalid");
    }
}
