package dev.latchkey.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Markdown;
import dev.latchkey.support.PackagedApp;
import dev.latchkey.support.Person;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of the walkthrough as the page has them. */
class WalkingTheWholeWayIT {

    private static final Path PAGE = Path.of("src/main/resources/docs/walkthrough.md");
    private static final String END_OF_GUIDE = "Be the receptionist";

    @Test
    void begins_at_the_root_and_ends_with_the_clients_appointment(@TempDir Path place) throws Exception {
        assumeThat(List.of("bash", "curl", "python3")).allMatch(WalkingTheWholeWayIT::isInstalled);
        var settings = Map.of(
                "LATCHKEY_STANDALONE",
                "true",
                "LATCHKEY_STANDALONE_DIRECTORY",
                place.resolve("data").toString());
        try (var app = PackagedApp.start(place, settings).untilItPrints(END_OF_GUIDE)) {
            var root = Person.stranger()
                    .request()
                    .header("Accept", "application/json")
                    .get("/");
            root.then().body("health.port", equalTo(app.managementUri().getPort()));

            var printed = run(place, commands(app.uri().getPort()));

            assertThat(printed)
                    .contains("\"startsAt\":\"2030-12-01T22:30:00Z\"", "Dr Park", "Riverside", "Consultation")
                    .doesNotContain("\"status\":4", "\"status\":5", "Traceback");
        }
    }

    private static boolean isInstalled(String command) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, command)));
    }

    private static String commands(int port) {
        var commands = Markdown.read(PAGE).section("Walk the whole way").commands();
        assertThat(commands).hasSize(1);
        assertThat(commands.get(0)).contains("http://localhost:8080");
        return commands.get(0).replace("http://localhost:8080", "http://localhost:" + port);
    }

    private static String run(Path place, String commands) throws IOException, InterruptedException {
        var script = Files.writeString(place.resolve("walk.sh"), commands);
        var printed = place.resolve("walk.out");
        var shell = new ProcessBuilder("bash", "-eu", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertThat(shell.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).as(Files.readString(printed)).isZero();
        return Files.readString(printed);
    }
}
