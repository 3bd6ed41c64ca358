package dev.latchkey.http;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Outage;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LosingTheDatabaseTest {

    @Test
    void is_not_noticed_by_requests_after_its_restart() throws Exception {
        var asks = IntStream.range(0, 12)
                .mapToObj(n -> (Callable<Response>) () -> Person.stranger().get(Api.PORTALS + "/unknown"))
                .toList();
        Together.all(asks);

        Outage.dropsItsIdleConnections();

        for (var answer : Together.all(asks)) {
            assertRefused(answer, 404, "portal-unknown");
        }
    }

    @Test
    void is_a_reason_to_come_back_later_while_every_connection_is_taken() throws Exception {
        try (var ignored = Outage.allConnections()) {
            var answer = Person.stranger().get(Api.PORTALS + "/unknown");

            assertRefused(answer, 503, "unavailable");
            assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
        }
    }

    /** The first answer takes longer than a node keeps its keys, so the second, to a token not seen before, must do without reading them. */
    @Test
    void is_no_fault_of_a_token() throws Exception {
        var owner = Portal.clinic().owner();
        var another = Portal.clinic().owner();

        try (var ignored = Outage.allConnections()) {
            assertRefused(owner.get(Api.STAFF_ME), 503, "unavailable");
            assertRefused(another.get(Api.STAFF_ME), 503, "unavailable");
        }
        another.get(Api.STAFF_ME).then().statusCode(200);
    }

    /** A connection that breaks, a server that stops, starts or has too many of them, a serialisation failure, a deadlock. */
    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "57P03", "53300", "40001", "40P01"})
    void is_a_reason_to_come_back_later_when_it_happens_in_the_middle(String state) {
        var owner = Portal.clinic().owner();

        try (var ignored = Outage.failsWritesTo("practitioner", state)) {
            var answer = owner.post(Api.PRACTITIONERS, Map.of("displayName", "Dr Park"));

            assertRefused(answer, 503, "unavailable");
        }
        owner.post(Api.PRACTITIONERS, Map.of("displayName", "Dr Park")).then().statusCode(201);
    }
}
