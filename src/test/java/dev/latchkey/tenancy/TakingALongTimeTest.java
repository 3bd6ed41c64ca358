package dev.latchkey.tenancy;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Portal;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Of the database, for one statement. */
@QuarkusTest
class TakingALongTimeTest {

    private static final int MOST_OF_THE_POOL = 25;

    @Inject
    DataSource database;

    @Test
    void is_not_waited_for_and_leaves_nothing_done() throws Exception {
        var owner = Portal.clinic().owner();

        try (var ignored = Database.holding("lock table location in access exclusive mode")) {
            var refused = owner.post(Api.LOCATIONS, Map.of("name", "Harbour"));

            assertRefused(refused, 503, "unavailable");
            assertThat(refused.header("Retry-After")).isEqualTo("5");
        }

        owner.get(Api.LOCATIONS).then().statusCode(200).body("items", empty());
    }

    /** Nor is it on a connection that last served background work, which may take its time. */
    @Test
    void is_no_reason_to_let_a_session_in_or_to_end_it() throws Exception {
        var owner = Portal.clinic().owner();
        serveBackgroundWork();

        try (var ignored = Database.holding("lock table session in access exclusive mode")) {
            assertRefused(owner.get(Api.STAFF_ME), 503, "unavailable");
        }

        owner.get(Api.STAFF_ME).then().statusCode(200);
    }

    @Test
    void is_what_background_work_may() throws Exception {
        assertThat(CompletableFuture.supplyAsync(this::timeout).get()).isEqualTo("0");
    }

    /** As an observer of the start: the scope of a request is active, and none is there. */
    @Test
    void is_what_the_start_may() {
        assertThat(Arc.container().requestContext().isActive()).isTrue();
        assertThat(timeout()).isEqualTo("0");
    }

    private void serveBackgroundWork() throws SQLException {
        var taken = new ArrayList<Connection>();
        try {
            while (taken.size() < MOST_OF_THE_POOL) {
                taken.add(database.getConnection());
            }
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
    }

    private String timeout() {
        try (var connection = database.getConnection();
                var answer = connection.createStatement().executeQuery("show statement_timeout")) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
