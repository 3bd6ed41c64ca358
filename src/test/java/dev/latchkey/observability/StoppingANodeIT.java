package dev.latchkey.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.support.Api;
import dev.latchkey.support.Node;
import dev.latchkey.support.PackagedApp;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As a balancer sees it, which asks every node whether it is ready. */
class StoppingANodeIT {

    private static final String RUNNING = "Login links lead to";
    private static final String READY = "/q/health/ready";

    @Test
    void makes_it_unready_before_it_stops_to_answer(@TempDir Path directory) throws Exception {
        try (var database = EmbeddedPostgres.start();
                var app = PackagedApp.start(
                        directory, PackagedApp.settled(database.getJdbcUrl("postgres", "postgres"), directory))) {
            var node = new Node(app.untilItPrints(RUNNING).untilItIsReady());

            app.beginsToStop();

            await().atMost(Duration.ofSeconds(2))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> app.management().get(READY, null).status() == 503);
            assertThat(node.get(Api.PORTALS + "/none", null).status()).isEqualTo(404);
            assertThat(app.untilItEnds()).isEqualTo(128 + 15);
        }
    }
}
