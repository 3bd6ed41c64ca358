package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.MailSettings.StartTls;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HidingLettersOnTheirWayTest {

    @ParameterizedTest
    @CsvSource({
        "mail.example.org,, REQUIRED",
        "192.0.2.1,, REQUIRED",
        "localhost.example.org,, REQUIRED",
        "localhost,, OPTIONAL",
        "127.0.0.1,, OPTIONAL",
        "::1,, OPTIONAL",
        "localhost, REQUIRED, REQUIRED",
        "mail.example.org, DISABLED, DISABLED"
    })
    void is_asked_for_wherever_they_leave_this_machine(String host, String chosen, StartTls then) {
        var settings = new SmallRyeConfigBuilder()
                .withDefaultValues(Map.of(
                        "latchkey.mail.from", "no-reply@example.org",
                        "latchkey.mail.host", host,
                        "latchkey.mail.port", "587",
                        "latchkey.mail.tls", "false",
                        "latchkey.mail.timeout", "PT15S",
                        "latchkey.mail.give-up-after", "PT24H",
                        "latchkey.mail.start-tls", chosen == null ? "" : chosen))
                .withMapping(MailSettings.class)
                .build()
                .getConfigMapping(MailSettings.class);

        assertThat(settings.startTls()).isEqualTo(then);
    }
}
