package dev.latchkey.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.boot.SettlingWhatIsUnsafeTest.MapConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quarkus Mailer would take STARTTLS if it is offered, and else go on without it. */
class HidingLettersOnTheirWayTest {

    private static final String HOST = "quarkus.mailer.host";
    private static final String START_TLS = "quarkus.mailer.start-tls";

    @ParameterizedTest
    @CsvSource({
        "mail.example.org, REQUIRED",
        "192.0.2.1, REQUIRED",
        "localhost.example.org, REQUIRED",
        "localhost, OPTIONAL",
        "' 127.0.0.1 ', OPTIONAL",
        "::1, OPTIONAL"
    })
    void is_asked_for_wherever_they_leave_this_machine(String host, String then) {
        assertThat(supplied(Map.of(HOST, host))).isEqualTo(Map.of(START_TLS, then));
    }

    @Test
    void is_left_to_the_operator_who_says_something_of_it() {
        assertThat(supplied(Map.of(HOST, "localhost", START_TLS, "REQUIRED"))).isEmpty();
    }

    private static Map<String, String> supplied(Map<String, String> settings) {
        return MailRule.supplied(new MapConfig(settings, List.of()));
    }
}
