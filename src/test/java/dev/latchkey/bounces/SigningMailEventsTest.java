package dev.latchkey.bounces;

import static dev.latchkey.support.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.loginlinks.AsInstalled;
import dev.latchkey.support.Api;
import dev.latchkey.support.MailProvider;
import dev.latchkey.support.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(AsInstalled.class)
class SigningMailEventsTest {

    private static final String SECRET = "a secret that the provider and we know";
    private static final byte[] BODY = "{\"events\":[]}".getBytes(UTF_8);
    private static final Instant SIGNED_AT = Instant.ofEpochSecond(1_764_570_000);

    /** What {@code openssl dgst -sha256 -hmac} prints, as the page for operators has it. */
    private static final String RIGHT = "v1=df103fc29f347bd08ad2c2cdfa9fd7363da8b5b4df9f4107cc1c84953585c55c";

    private static final String WRONG = "v1=" + "0".repeat(64);

    @Test
    void is_what_openssl_does() {
        assertThat(isGood("t=1764570000," + RIGHT, SIGNED_AT)).isTrue();
    }

    @Test
    void may_be_by_two_secrets_while_one_replaces_the_other() {
        assertThat(isGood("t=1764570000," + WRONG + "," + RIGHT, SIGNED_AT)).isTrue();
    }

    @Test
    void is_good_for_five_minutes_on_either_side() {
        assertThat(isGood("t=1764570000," + RIGHT, SIGNED_AT.plusSeconds(300))).isTrue();
        assertThat(isGood("t=1764570000," + RIGHT, SIGNED_AT.minusSeconds(300))).isTrue();
        assertThat(isGood("t=1764570000," + RIGHT, SIGNED_AT.plusSeconds(301))).isFalse();
        assertThat(isGood("t=1764570000," + RIGHT, SIGNED_AT.minusSeconds(301))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "t=1764570000",
                "t=1764570000," + "v1=0000000000000000000000000000000000000000000000000000000000000000",
                "t=1764570001," + RIGHT,
                "t=99999999999," + RIGHT,
                "t=999999999999999999999," + RIGHT,
                "t=-1," + RIGHT,
                "t=1764570000,v1=DF103FC29F347BD08AD2C2CDFA9FD7363DA8B5B4DF9F4107CC1C84953585C55C",
                RIGHT + ",t=1764570000",
                "t=1764570000," + RIGHT + "," + RIGHT + "," + RIGHT + "," + RIGHT + "," + RIGHT
            })
    void is_not_good_otherwise(String header) {
        assertThat(isGood(header, SIGNED_AT)).isFalse();
    }

    @Test
    void is_of_every_byte_of_the_body() {
        assertThat(MailEventSignature.isGood(
                        "t=1764570000," + RIGHT, "{\"events\":[ ]}".getBytes(UTF_8), SECRET, SIGNED_AT))
                .isFalse();
    }

    /** Neither that the body is no JSON nor that it breaks the contract is said to a stranger. */
    @Test
    void is_needed_before_anything_is_read() {
        for (var body : new String[] {"nonsense", "{}", ""}) {
            assertRefused(Person.stranger().post(Api.MAIL_EVENTS, body), 401, "signature-invalid");
            assertRefused(Person.stranger().post(Api.MAIL_EVENTS), 401, "signature-invalid");
            assertRefused(MailProvider.sends(body, MailProvider.sign(body + " ")), 401, "signature-invalid");
            assertRefused(
                    MailProvider.sends(body, MailProvider.sign(body, Instant.now(), SECRET)), 401, "signature-invalid");
        }
        assertRefused(MailProvider.sends("{}"), 400, "invalid-request");
    }

    /** The operator's key opens other doors. */
    @Test
    void takes_no_token_instead() {
        assertRefused(
                Person.withToken("standalone-operator-key").post(Api.MAIL_EVENTS, "{}"), 401, "signature-invalid");
    }

    private static boolean isGood(String header, Instant now) {
        return MailEventSignature.isGood(header, BODY, SECRET, now);
    }
}
