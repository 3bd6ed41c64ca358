package dev.latchkey.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "mia@example.org, mia@example.org",
        "Mia.Larsen+clinic@Example.ORG, mia.larsen+clinic@example.org",
        "mia@müller.example.de, mia@xn--mller-kva.example.de",
        "TITI@example.org, titi@example.org",
        "o'brien_1@a-b.example.org, o'brien_1@a-b.example.org"
    })
    void has_one_key_however_it_is_typed(String typed, String key) {
        assertThat(EmailAddress.parse(typed).orElseThrow().key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "mia",
                "@example.org",
                "mia@",
                "mia@localhost",
                "mia@@example.org",
                "mia@x@example.org",
                "mia＠example.org",
                ".mia@example.org",
                "mia.@example.org",
                "mi..a@example.org",
                "\"mia\"@example.org",
                "mia(home)@example.org",
                "Mia <mia@example.org>",
                "a@example.org,b@example.org",
                "a@example.org;b@example.org",
                "mia@example.org ",
                " mia@example.org",
                "mia@exam ple.org",
                "mia@example.org\r\nBcc: x@example.org",
                "mi\u0000a@example.org",
                "mïa@example.org",
                "mia@-example.org",
                "mia@example.123",
                "mia@[127.0.0.1]",
                "mia@exa_mple.org",
                "mia@straße.de",
                "mia@STRAẞE.de",
                "mia@βόλος.gr",
                "mia@a\u200Db.example.org",
                "mia@a\u200Cb.example.org"
            })
    void is_one_plain_mailbox(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void is_as_long_as_mail_servers_take() {
        var domain = ("a".repeat(60) + ".").repeat(3) + "example.org";

        assertThat(EmailAddress.parse("m".repeat(64) + "@example.org")).isPresent();
        assertThat(EmailAddress.parse("m".repeat(65) + "@example.org")).isEmpty();
        assertThat(EmailAddress.parse("m".repeat(254 - domain.length() - 1) + "@" + domain))
                .isPresent();
        assertThat(EmailAddress.parse("m".repeat(254 - domain.length()) + "@" + domain))
                .isEmpty();
    }

    @Test
    void hides_itself() {
        var address = EmailAddress.parse("larsen@example.org").orElseThrow();

        assertThat(address.masked()).isEqualTo("l•••••@example.org");
        assertThat(address.toString()).doesNotContain("larsen", "example");
    }
}
