package dev.latchkey.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The limits that no caller reaches, because another one refuses them first. */
@QuarkusTest
class LimitingWhatComesInTest {

    @Inject
    ObjectMapper json;

    /** No body of the contract is deeper than a few members, and whatever is not in the contract ends the reading. */
    @Test
    void reads_json_no_deeper_than_32() throws JsonProcessingException {
        assertThat(json.readTree(nested(32)).isArray()).isTrue();
        assertThatThrownBy(() -> json.readTree(nested(33))).isInstanceOf(StreamConstraintsException.class);
    }

    @Test
    void reads_no_text_longer_than_a_body() throws JsonProcessingException {
        assertThat(json.readTree(text(64 * 1024)).isTextual()).isTrue();
        assertThatThrownBy(() -> json.readTree(text(64 * 1024 + 1))).isInstanceOf(StreamConstraintsException.class);
    }

    @Test
    void keeps_neither_idle_nor_endless_connections() {
        var settings = ConfigProvider.getConfig();

        assertThat(settings.getValue("quarkus.http.idle-timeout", Duration.class))
                .isEqualTo(Duration.ofSeconds(75));
        assertThat(settings.getValue("quarkus.http.limits.max-connections", Integer.class))
                .isEqualTo(2048);
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static String text(int length) {
        return '"' + "a".repeat(length) + '"';
    }
}
