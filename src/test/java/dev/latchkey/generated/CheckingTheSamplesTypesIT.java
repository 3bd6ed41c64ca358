package dev.latchkey.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Against types that a generator makes of the contract, if its tools are on this machine. */
class CheckingTheSamplesTypesIT {

    private static final Path SCRIPT =
            Path.of("src", "test", "clients", "check-sample.sh").toAbsolutePath();

    @Test
    void finds_nothing_that_the_contract_does_not_know() throws Exception {
        assumeTrue(System.getenv("CLIENTS_NODE_MODULES") != null, "skipped: it takes CLIENTS_NODE_MODULES");
        var script =
                new ProcessBuilder(SCRIPT.toString()).redirectErrorStream(true).start();
        var said = script.inputReader().lines().peek(System.out::println).toList();

        assertThat(script.waitFor()).isZero();
        assertThat(said).last().asString().endsWith("no complaint");
    }
}
