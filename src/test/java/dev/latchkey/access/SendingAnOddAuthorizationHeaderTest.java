package dev.latchkey.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Wire;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6750, 2.1, byte for byte: the scheme in any case, and the token from one header and nowhere else. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SendingAnOddAuthorizationHeaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Person mia = Portal.clinic().client("Mia").signsIn();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer TOKEN",
                "authorization: bearer TOKEN",
                "AUTHORIZATION:BEARER TOKEN",
                "Authorization:   Bearer    TOKEN  ",
                "Authorization: Bearer \tTOKEN"
            })
    void is_no_reason_to_refuse_a_token(String headers) throws IOException {
        assertThat(answer(Api.ME, headers)).startsWith("HTTP/1.1 200 ");
    }

    /** The line break is written as ~. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-None: none                                         | unauthenticated",
                "Authorization:                                       | unauthenticated",
                "Authorization: Bearer                                | unauthenticated",
                "Authorization: BearerTOKEN                           | unauthenticated",
                "Authorization: Bearer\tTOKEN                         | unauthenticated",
                "Authorization: TOKEN                                 | unauthenticated",
                "Authorization: Basic TOKEN                           | unauthenticated",
                "Authorization: Basic bWlhOnB3                        | unauthenticated",
                "Authorization: DPoP TOKEN                            | unauthenticated",
                "Authorization: Basic bWlhOnB3, Bearer TOKEN          | unauthenticated",
                "Authorization: Basic bWlhOnB3~Authorization: Bearer TOKEN | unauthenticated",
                "Authorization: Bearer TOKEN~Authorization: Bearer TOKEN | token-invalid",
                "Authorization: Bearer TOKEN~Authorization: Bearer KEY | token-invalid",
                "Authorization: Bearer KEY~Authorization: Bearer TOKEN | token-invalid",
                "Authorization: Bearer a~Authorization: Bearer TOKEN  | token-invalid",
                "Authorization: Bearer TOKEN, Bearer TOKEN            | token-invalid",
                "Authorization: Bearer TOKEN TOKEN                    | token-invalid",
                "Authorization: Bearer Bearer TOKEN                   | token-invalid",
                "Authorization: Bearer \"TOKEN\"                      | token-invalid",
                "Authorization: Bearer LONG                           | token-invalid",
                "Authorization: Bearer \u00e9\u00e9\u00e9             | token-invalid",
                "X-Authorization: Bearer TOKEN                        | unauthenticated",
                "Proxy-Authorization: Bearer TOKEN                    | unauthenticated",
                "Cookie: Bearer=TOKEN                                 | unauthenticated",
                "Cookie: access_token=TOKEN; Authorization=TOKEN      | unauthenticated"
            })
    void is_refused_with_the_same_challenge_always(String headers, String code) throws IOException {
        var answer = answer(Api.ME, headers);

        assertRefused(answer, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer KEY", "bearer KEY", "Bearer   KEY"})
    void is_no_reason_to_refuse_the_operators_key(String header) throws IOException {
        assertThat(answer(Api.CLINICS, "Authorization: " + header)).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @CsvSource({"Basic KEY, unauthenticated", "Bearer, unauthenticated", "Bearer KEY KEY, token-invalid"})
    void is_refused_at_the_operators_door_with_the_same_challenge(String header, String code) throws IOException {
        assertRefused(answer(Api.CLINICS, "Authorization: " + header), code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer a", "Basic a", "Bearer LONG"})
    void is_not_looked_at_where_no_login_is_wanted(String header) throws IOException {
        assertThat(answer("/.well-known/jwks.json", "Authorization: " + header)).startsWith("HTTP/1.1 200 ");
    }

    private String answer(String path, String headers) throws IOException {
        var sent = headers.replace("LONG", "a".repeat(10_000))
                .replace("TOKEN", mia.token())
                .replace("KEY", Portal.operator().token())
                .replace("~", "\r\n");
        try (var wire = Wire.open()) {
            return wire.sends(
                            "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + sent + "\r\n\r\n")
                    .hears();
        }
    }

    private static void assertRefused(String answer, String code) throws IOException {
        assertThat(answer).startsWith("HTTP/1.1 401 ").containsOnlyOnce("WWW-Authenticate: ");
        assertThat(answer)
                .contains("\r\nWWW-Authenticate: Bearer realm=\"latchkey\"\r\n")
                .contains("\r\nContent-Type: application/problem+json\r\n")
                .contains("\r\nCache-Control: no-store\r\n");
        assertThat(JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n")))
                        .get("code")
                        .asText())
                .isEqualTo(code);
    }
}
