package dev.latchkey.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.support.Api;
import dev.latchkey.support.Installation;
import dev.latchkey.support.Person;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards {@code JsonLog} and {@code JsonLine} when Quarkus is upgraded, and its log manager with it. */
class WritingTheLogAsJsonIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void gives_every_line_and_every_failure_in_one_object_that_names_no_person(@TempDir Path directory)
            throws Exception {
        try (var installation = Installation.ofOneNode(directory, Map.of("LATCHKEY_LOG_JSON", "true"))) {
            var link = installation.linksSentTo(1, "mia").get("mia-0@example.org");
            var mia = installation.one().redeems(Objects.requireNonNull(link)).text(201, "accessToken");
            installation.superuser().tells("alter table clinic rename column time_zone to zone");
            var requestId = installation.one().get(Api.ME, mia).text(500, "requestId");

            var printed = installation.printed();
            assertThat(printed.lines()).isNotEmpty().allSatisfy(line -> assertThat(
                            read(line).fieldNames())
                    .toIterable()
                    .contains("timestamp", "level", "loggerName", "message"));
            assertThat(printed.lines().map(WritingTheLogAsJsonIT::read))
                    .filteredOn(line -> line.at("/mdc/requestId").asText().equals(requestId))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.get("level").asText()).isEqualTo("ERROR");
                        assertThat(line.has("exception")).isTrue();
                    });
            assertThat(printed)
                    .doesNotContain("mia-0", "owner@clinic", "Larsen", "Robin", link, mia, installation.owner())
                    .doesNotContain(Person.PASSWORD);
        }
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }
}
