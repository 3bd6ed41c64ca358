package dev.latchkey.observability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.latchkey.support.Database;
import dev.latchkey.support.Metrics;
import dev.latchkey.support.Outage;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WatchingTheQueueTest {

    private static final String OLDEST = "latchkey_letters_oldest_queued_seconds";
    private static final Duration PROMPTLY = Duration.ofSeconds(4);

    @Test
    void tells_how_long_the_oldest_letter_has_waited() {
        var letter = UUID.randomUUID();
        Database.execute(
                "insert into letter (id, clinic_id, kind, recipient, content, status, queued_at, attempts)"
                        + " values (?, ?, 'no-client-record', 'x', ?, 'queued', now() - interval '100 days', 0)",
                letter,
                Database.clinicId(Portal.clinic().slug()),
                "sealed".getBytes(UTF_8));
        try {
            await().until(() ->
                    Metrics.now().sum(OLDEST) >= Duration.ofDays(100).toSeconds());
            assertThat(Metrics.now().sum("latchkey_letters_queued")).isPositive();
        } finally {
            Database.execute("delete from letter where id = ?", letter);
        }
        await().until(() -> Metrics.now().sum(OLDEST) < Duration.ofDays(1).toSeconds());
    }

    /** Of all that a node measures, the queue alone is in the database. */
    @Test
    void admits_that_it_does_not_know_while_the_database_is_away() throws SQLException {
        try (var taken = Outage.allConnections()) {
            await().untilAsserted(() -> {
                var now = assertTimeout(PROMPTLY, Metrics::now);
                assertThat(now.sum(OLDEST)).isNaN();
                assertThat(now.sum("agroal_active_count")).isEqualTo(taken.size());
            });
        }
        await().until(() -> !Double.isNaN(Metrics.now().sum(OLDEST)));
    }

    @Test
    void asks_an_index_however_many_letters_there_were() throws SQLException {
        try (var asking = Database.begin()) {
            asking.execute("set local enable_seqscan = off");
            try (var statement = asking.connection().createStatement();
                    var plan = statement.executeQuery(
                            "explain select count(*), min(queued_at) from letter where status = 'queued'")) {
                var lines = new StringBuilder();
                while (plan.next()) {
                    lines.append(plan.getString(1)).append('\n');
                }
                assertThat(lines).contains("letter_queue");
            }
        }
    }
}
