package dev.latchkey.faults;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

@FaultTest
class RestartingTheNodesIT {

    private final Cluster cluster;

    RestartingTheNodesIT(@TempDir Path directory) throws Exception {
        cluster = Cluster.in(directory);
    }

    @AfterAll
    void tear_down() throws Exception {
        cluster.close();
    }

    /** Readiness goes off, the balancer looks elsewhere, what has begun ends, the node stops. */
    @EachRun
    void one_after_the_other_costs_no_request(Run run) throws Exception {
        cluster.withstands(
                "rolling restart",
                run,
                chance -> {
                    var first = chance.nextInt(2);
                    for (var n : new int[] {first, 1 - first}) {
                        cluster.node(n).stop();
                        cluster.startsAgain(n, Map.of());
                    }
                },
                Tally.only());
    }

    @EachRun
    void by_killing_one_loses_nothing(Run run) throws Exception {
        cluster.promises().forgivesLetterCopies(3);
        cluster.withstands(
                "kill -9 of a node",
                run,
                chance -> {
                    var n = chance.nextInt(2);
                    cluster.node(n).kill();
                    cluster.startsAgain(n, Map.of());
                },
                Tally.only("broken off", "502 Bad gateway", "503 Service unavailable"));
    }
}
