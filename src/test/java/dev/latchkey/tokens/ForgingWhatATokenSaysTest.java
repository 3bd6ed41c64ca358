package dev.latchkey.tokens;

import static dev.latchkey.support.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Base64;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8725 lists what is tried. The installation's own key stands in for a fault that signs what it should not. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgingWhatATokenSaysTest {

    @Inject
    SigningKeyCache keys;

    private final Person mia = Portal.clinic().client("Mia").signsIn();
    private final Person noah = Portal.clinic().client("Noah").signsIn();
    private JwtClaims claims;
    private PublicJsonWebKey ours;

    @BeforeEach
    void begin_with_what_is_genuine() {
        claims = SignedTokens.claims(mia.token());
        ours = keys.active();
    }

    @Test
    void fails_when_a_word_of_it_is_edited() {
        var parts = mia.token().split("\\.", -1);
        var edited = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace(mia.id(), noah.id());

        assertInvalid(parts[0] + "." + encoded(edited) + "." + parts[2]);
    }

    @ParameterizedTest
    @CsvSource({"iss, elsewhere", "aud, latchkey-staff", "aud, elsewhere", "sid, nonsense", "sub, nonsense"})
    void fails_with_another_claim_even_if_it_is_signed(String claim, String value) {
        claims.setClaim(claim, value);

        assertInvalid(SignedTokens.token(ours, claims));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sid", "sub", "exp"})
    void fails_without_a_claim_even_if_it_is_signed(String claim) {
        claims.unsetClaim(claim);

        assertInvalid(SignedTokens.token(ours, claims));
    }

    @Test
    void fails_with_another_persons_subject_even_if_it_is_signed() {
        claims.setSubject(noah.id());

        assertInvalid(SignedTokens.token(ours, claims));
    }

    @Test
    void fails_with_a_claim_that_is_there_twice_even_if_it_is_signed() {
        var twice = claims.toJson().replaceFirst("\\{", "{\"sub\":\"" + noah.id() + "\",");

        assertInvalid(SignedTokens.token(ours, SignedTokens.header(ours), twice));
    }

    @Test
    void fails_10_seconds_after_its_end() {
        claims.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() - 10));

        assertRefused(Person.withToken(SignedTokens.token(ours, claims)).get(Api.ME), 401, "token-expired");
    }

    @Test
    void fails_before_its_beginning() {
        claims.setNotBeforeMinutesInThePast(-1);

        assertInvalid(SignedTokens.token(ours, claims));
    }

    @Test
    void fails_when_it_is_long_even_if_it_is_signed() {
        claims.setClaim("more", "a".repeat(7_500));

        assertInvalid(SignedTokens.token(ours, claims));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "[]", "null", "7", "{}", "{\"exp\":\"tomorrow\"}", "{\"exp\":9e99}"})
    void fails_when_it_says_nothing_of_use(String said) {
        assertInvalid(SignedTokens.token(ours, SignedTokens.header(ours), said));
        assertInvalid(SignedTokens.token(ours, said, claims.toJson()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ".", "..", "....", "a.b.c", "a.b.c.d.e", "%00.%00.%00", "ey.ey.ey", "{}.{}.{}"})
    void fails_when_it_is_nothing_at_all(String token) {
        assertInvalid(token);
    }

    private static String encoded(String text) {
        return SignedTokens.base64(text.getBytes(UTF_8));
    }

    private static void assertInvalid(String token) {
        assertRefused(Person.withToken(token).get(Api.ME), 401, "token-invalid");
    }
}
