package dev.latchkey.tokens;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.config.JWTAuthContextInfoProvider;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An operator who means another application of theirs. Guards {@code AccessTokenRules} and {@code AccessTokenParser} when SmallRye JWT is
 * upgraded: they stand in the place of its settings.
 */
@QuarkusTest
@TestProfile(ForeignTokenSettings.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingTokensOtherwiseTest {

    @Inject
    SigningKeyCache keys;

    private final Person mia = Portal.clinic().client("Mia").signsIn();
    private JwtClaims claims;

    @BeforeEach
    void begin_with_what_is_genuine() {
        claims = SignedTokens.claims(mia.token());
    }

    @Test
    void lets_no_token_in_that_is_good_by_them() throws Exception {
        claims.setIssuer(ForeignTokenSettings.ISSUER);
        claims.setAudience("latchkey-client", ForeignTokenSettings.AUDIENCE);
        var foreign = SignedTokens.token(ForeignTokenSettings.pair(), claims);
        var rules = JWTAuthContextInfoProvider.createWithKey(
                        ForeignTokenSettings.published(), ForeignTokenSettings.ISSUER)
                .getContextInfo();
        rules.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
        rules.setExpectedAudience(Set.of(ForeignTokenSettings.AUDIENCE));
        assertThat(new DefaultJWTParser(rules).parse(foreign).getSubject()).isEqualTo(mia.id());

        for (var path : new String[] {Api.ME, Api.STAFF_ME, Api.CLINICS}) {
            assertRefused(Person.withToken(foreign).get(path), 401, "token-invalid");
        }
    }

    @ParameterizedTest
    @CsvSource({"iss, https://issuer.example.org", "aud, elsewhere"})
    void lets_no_token_in_that_says_what_they_do_even_if_it_is_signed_by_us(String claim, String value) {
        claims.setClaim(claim, value);

        assertRefused(Person.withToken(ours()).get(Api.ME), 401, "token-invalid");
    }

    @Test
    void lets_no_token_last() {
        claims.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() - 10));

        assertRefused(Person.withToken(ours()).get(Api.ME), 401, "token-expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cookie: Bearer=", "Authorization: Basic "})
    void lets_no_token_come_by_another_way(String way) {
        var header = way.split(": ", 2);

        var answer = Person.stranger().sends("GET", Api.ME, null, Map.of(header[0], header[1] + mia.token()));

        assertRefused(answer, 401, "unauthenticated");
        mia.get(Api.ME).then().statusCode(200);
    }

    @Test
    void leaves_what_a_new_token_says_as_it_is() throws Exception {
        assertThat(claims.getIssuer()).isEqualTo("latchkey");
        assertThat(claims.getAudience()).containsExactly("latchkey-client");
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(600);
        assertThat(SignedTokens.kid(mia.token())).isEqualTo(keys.active().getKeyId());
    }

    private String ours() {
        return SignedTokens.token(keys.active(), claims);
    }
}
