package dev.latchkey.overload;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.latchkey.support.Database;
import dev.latchkey.support.Health;
import dev.latchkey.support.Metrics;
import dev.latchkey.support.Person;
import dev.latchkey.support.Wire;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HavingTooMuchToDoTest {

    private static final int MOST = 128;
    private static final String ASK = "GET /v1/portals/nobody HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final Duration AT_ONCE = Duration.ofMillis(500);
    private static final Duration SOON = Duration.ofSeconds(10);

    @Inject
    RequestsAtOnce requests;

    private final List<Wire> wires = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (var wire : wires) {
            wire.close();
        }
    }

    @Test
    void refuses_at_once_says_when_to_come_back_and_recovers() throws Exception {
        // The first answer of all takes its time.
        assertRefused(Person.nobody().get("/v1/portals/nobody"), 404, "portal-unknown");
        var before = Metrics.now().of("latchkey_overload_refusals_total");
        try (var slow = Database.holding("lock table clinic in access exclusive mode")) {
            assertThat(slow).isNotNull();
            ask(MOST);
            await().until(() -> inFlight() == MOST);

            var refused = assertTimeout(AT_ONCE, () -> Person.nobody().get("/v1/portals/nobody"));

            assertRefused(refused, 503, "overloaded");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertRefused(Person.nobody().get("/v1;x/portals/nobody"), 503, "overloaded");
            assertRefused(
                    Person.nobody()
                            .request()
                            .header("Content-Type", "multipart/form-data")
                            .get("/v1/portals/nobody"),
                    503,
                    "overloaded");
            assertThat(Health.of("live").status()).isEqualTo(200);
        }
        await().atMost(SOON)
                .until(() -> Person.nobody().get("/v1/portals/nobody").statusCode() == 404);
        await().atMost(SOON).until(() -> inFlight() == 0);
        assertThat(Metrics.now().of("latchkey_overload_refusals_total")).isEqualTo(before + 3);
        assertThat(Metrics.now().of("latchkey_requests_in_flight")).isZero();
    }

    @Test
    void is_over_when_the_work_is_done_though_nobody_waits_for_it_any_more() throws Exception {
        try (var slow = Database.holding("lock table clinic in access exclusive mode")) {
            assertThat(slow).isNotNull();
            ask(20);
            await().until(() -> inFlight() == 20);
            hangUp();

            assertThat(inFlight()).isPositive(); // a worker cannot be called back
        }
        await().atMost(SOON).until(() -> inFlight() == 0);
    }

    private void ask(int howMany) throws IOException {
        for (var i = 0; i < howMany; i++) {
            wires.add(Wire.open().sends(ASK));
        }
    }

    private int inFlight() {
        return requests.inFlight();
    }
}
