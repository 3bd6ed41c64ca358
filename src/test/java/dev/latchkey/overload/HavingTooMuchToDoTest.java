package dev.latchkey.overload;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.support.Api;
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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
class HavingTooMuchToDoTest {

    private static final int MOST = 128;
    private static final String ASK = "GET /docs/lingering HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final Duration A_WHILE = Duration.ofMillis(500);

    @Inject
    ConcurrencyLimit requests;

    @Inject
    LingeringResource lingering;

    private final List<Wire> wires = new ArrayList<>();

    @AfterEach
    void everybodyLeaves() throws IOException {
        lingering.answers();
        hangUp();
        await().until(() -> inFlight() == 0);
    }

    /** A request that waited for a permit would wait as long as the others linger: until the minute is over. */
    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    void refuses_at_once_says_when_to_come_back_and_recovers() throws IOException {
        var before = Metrics.now().sum("latchkey_overload_refusals_total");
        ask(MOST);

        var refused = Person.stranger().get(Api.PORTALS + "/unknown");

        assertRefused(refused, 503, "overloaded");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertRefused(Person.stranger().get(Api.V1 + ";x/portals/unknown"), 503, "overloaded");
        assertRefused(
                Person.stranger()
                        .request()
                        .header("Content-Type", "multipart/form-data")
                        .get(Api.PORTALS + "/unknown"),
                503,
                "overloaded");
        assertThat(Health.of("live").status()).isEqualTo(200);
        assertThat(Metrics.now().sum("latchkey_requests_in_flight")).isEqualTo(MOST);
        assertThat(Metrics.now().sum("latchkey_overload_refusals_total")).isEqualTo(before + 3);
        lingering.answers();
        await().until(() -> inFlight() == 0);
        assertRefused(Person.stranger().get(Api.PORTALS + "/unknown"), 404, "portal-unknown");
        assertThat(Metrics.now().sum("latchkey_requests_in_flight")).isZero();
    }

    @Test
    void is_over_when_the_work_is_done_also_after_the_caller_has_left() throws IOException {
        ask(20);

        hangUp();

        await().during(A_WHILE).until(() -> inFlight() == 20); // a worker cannot be called back
        lingering.answers();
        await().until(() -> inFlight() == 0);
    }

    private void ask(int howMany) throws IOException {
        for (var i = 0; i < howMany; i++) {
            wires.add(Wire.open().sends(ASK));
        }
        await().until(() -> inFlight() == howMany);
    }

    private void hangUp() throws IOException {
        for (var wire : wires) {
            wire.close();
        }
    }

    private int inFlight() {
        return requests.inFlight();
    }
}
