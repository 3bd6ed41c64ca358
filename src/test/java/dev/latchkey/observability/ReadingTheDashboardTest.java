package dev.latchkey.observability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Metrics;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every metric on the dashboard and in the alerts must exist. */
@QuarkusTest
class ReadingTheDashboardTest {

    private static final Path FILES = Path.of("docker", "observability");
    private static final Pattern METRIC = Pattern.compile("([a-z_]+)\\{job=");

    @ParameterizedTest
    @ValueSource(strings = {"dashboard.json", "alerts.yaml", "alerts.test.yaml"})
    void finds_every_metric_it_names(String file) throws IOException {
        Portal.clinic().client("Mia").signsIn();
        System.gc(); // whose pauses are shown, too

        assertThat(Metrics.now().names()).containsAll(named(file));
    }

    @Test
    void finds_every_outcome_it_tells_apart() throws IOException {
        var all = Files.readString(FILES.resolve("dashboard.json")) + Files.readString(FILES.resolve("alerts.yaml"));
        var outcomes =
                Pattern.compile("outcome(?:=|=~|!~)\\\\?\"([a-z|-]+)\\\\?\"").matcher(all);
        var metrics = Metrics.now().text();

        assertThat(outcomes.results().flatMap(found -> Pattern.compile("\\|").splitAsStream(found.group(1))))
                .isNotEmpty()
                .allSatisfy(outcome -> assertThat(metrics).contains("outcome=\"" + outcome + "\""));
    }

    private static TreeSet<String> named(String file) throws IOException {
        var names = new TreeSet<String>();
        var found = METRIC.matcher(Files.readString(FILES.resolve(file)));
        while (found.find()) {
            names.add(found.group(1));
        }
        assertThat(names).isNotEmpty();
        names.remove("up"); // Prometheus' own
        return names;
    }
}
