package dev.latchkey.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.PackagedApp;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With clients that generators make of the contract as it is served, those whose tools are on this machine. */
class DoingTheMainJobIT {

    private static final Path SCRIPT =
            Path.of("src", "test", "clients", "run.sh").toAbsolutePath();

    @Test
    void every_generated_client_does_it(@TempDir Path place) throws Exception {
        var settings = Map.of("LATCHKEY_STANDALONE", "true", "LATCHKEY_LIMITS_LOGIN_LINK_REQUESTS_PER_IP", "100/15m");
        try (var app = PackagedApp.start(place, settings).untilItPrints("Be the receptionist")) {
            var script = new ProcessBuilder(SCRIPT.toString(), app.uri().toString())
                    .redirectErrorStream(true)
                    .start();
            var said = script.inputReader().lines().peek(System.out::println).toList();

            assertThat(script.waitFor()).isZero();
            assertThat(said).as("clients whose tools are here").anyMatch(line -> line.endsWith(": done"));
        }
    }
}
