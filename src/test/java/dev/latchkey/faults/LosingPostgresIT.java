package dev.latchkey.faults;

import dev.latchkey.faults.Cluster.Expectation;
import dev.latchkey.faults.PostOffice.Mood;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

@FaultTest
class LosingPostgresIT {

    /** Of a node that says so, or of the balancer while no node is ready. */
    private static final Expectation THAT_IT_IS_AWAY = Tally.only("503 unavailable", "503 Service unavailable");

    private final Cluster cluster;

    LosingPostgresIT(@TempDir Path directory) throws Exception {
        cluster = Cluster.in(directory);
    }

    @AfterAll
    void tear_down() throws Exception {
        cluster.close();
    }

    /** As its operator would, for an update of it. */
    @EachRun
    void by_stopping_it_loses_nothing(Run run) throws Exception {
        cluster.withstands(
                "PostgreSQL stopped and started",
                run,
                chance -> {
                    lettersAreOnTheirWay();
                    cluster.database.stop();
                    remainsSo(chance);
                    cluster.database.start();
                },
                THAT_IT_IS_AWAY);
    }

    @EachRun
    void by_killing_it_loses_nothing(Run run) throws Exception {
        cluster.withstands(
                "PostgreSQL killed -9 and started",
                run,
                chance -> {
                    lettersAreOnTheirWay();
                    cluster.database.kill();
                    remainsSo(chance);
                    cluster.database.start();
                },
                THAT_IT_IS_AWAY);
    }

    /** The mail server takes some while the database cannot be told. */
    private void lettersAreOnTheirWay() {
        cluster.mail.becomes(Mood.LEISURELY);
        Moments.pass(Duration.ofSeconds(1));
        cluster.mail.becomes(Mood.CONTENT);
    }

    private static void remainsSo(Random chance) {
        Moments.pass(Duration.ofMillis(2_000 + chance.nextInt(7_000)));
    }
}
