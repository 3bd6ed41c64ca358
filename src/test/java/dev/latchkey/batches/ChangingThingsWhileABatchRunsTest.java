package dev.latchkey.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.LinkBatch;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** There is room for twenty of its letters at once, and two wait for their turn. */
@QuarkusTest
class ChangingThingsWhileABatchRunsTest {

    private static final int WAITING = 1;

    private final Practice clinic = Portal.clinic();
    private final LinkBatch batch = LinkBatch.running(clinic);

    @Test
    void stops_it_and_leaves_what_was_sent() {
        untilTheyWait();

        var cancelled = batch.cancel();

        cancelled.then().statusCode(200);
        assertThat(batch.read().path("status").asText()).isEqualTo("cancelled");
        assertThat(batch.read().path("sent").asInt()).isEqualTo(20);
        assertThat(batch.read().path("cancelled").asInt()).isEqualTo(WAITING);
        assertThat(batch.clients().get(20).path("status").asText()).isEqualTo("cancelled");
        theirTurnComes();
        assertThat(batch.cancel().asString()).isEqualTo(cancelled.asString());
        assertThat(acts("login-link-batch-cancelled")).isOne();
    }

    @Test
    void stops_it_once_however_many_click() throws Exception {
        var other = Portal.clinic();
        var begun = LinkBatch.begun(other);
        var clicks = Stream.generate(() -> (Callable<Response>) begun::cancel)
                .limit(6)
                .toList();

        assertThat(Together.all(clicks)).extracting(Response::statusCode).containsOnly(200);

        var counts = begun.read();
        assertThat(counts.path("sent").asInt() + counts.path("cancelled").asInt())
                .isEqualTo(20 + WAITING);
        assertThat(Trail.of(other).lines())
                .filteredOn(line -> line.act().equals("login-link-batch-cancelled"))
                .hasSize(1);
        LinkBatch.toEach(other, other.client("Mia")).cancel().then().statusCode(200);
    }

    @Test
    void leaves_out_a_client_whose_address_is_another_by_then() {
        var last = untilTheyWait();

        clinic.owner()
                .patch(pathOf(last), Map.of("email", Portal.anAddress("lea")))
                .then()
                .statusCode(200);

        endsWithout(last, "address-changed");
    }

    @Test
    void leaves_out_a_client_who_is_archived_by_then() {
        var last = untilTheyWait();

        clinic.owner().put(pathOf(last) + "/archival").then().statusCode(200);

        endsWithout(last, "archived");
    }

    @Test
    void leaves_out_everyone_when_the_portal_is_off_by_then() {
        var last = untilTheyWait();

        clinic.owner().patch(Api.PORTAL_SETTINGS, Map.of("on", false)).then().statusCode(200);

        endsWithout(last, "portal-off");
    }

    @Test
    void leaves_alone_a_link_that_came_meanwhile() {
        var last = untilTheyWait();

        clinic.owner()
                .post(
                        pathOf(last) + "/login-links",
                        Map.of(
                                "confirmedEmail",
                                clinic.owner().get(pathOf(last)).path("email")))
                .then()
                .statusCode(202);

        endsWithout(last, "link-still-good");
    }

    @Test
    void needs_not_write_to_a_client_who_has_signed_in_meanwhile() {
        var last = untilTheyWait();

        Person.asking(clinic, clinic.owner().get(pathOf(last)).path("email")).signsIn();

        endsWithout(last, "signed-in-lately");
    }

    @Test
    void gives_up_a_day_after_the_last_turn() throws Exception {
        var last = untilTheyWait();

        Database.tampers(
                "update login_link_batch set given_up_at = now() - interval '1 s' where id = ?",
                UUID.fromString(batch.id()));

        endsWithout(last, "too-late");
    }

    @Test
    void waits_for_room_where_another_letter_took_it() {
        untilTheyWait();

        theirTurnComes();

        await().untilAsserted(() -> assertThat(Database.count(
                        "select count(*) from login_link_batch_recipient where batch_id = ? and attempts > 0",
                        UUID.fromString(batch.id())))
                .isEqualTo(WAITING));
        assertThat(batch.read().path("waiting").asInt()).isEqualTo(WAITING);
    }

    @Test
    void is_on_record_with_each_look_at_its_clients() {
        batch.clients();

        assertThat(acts("login-link-batch-started")).isOne();
        assertThat(acts("login-link-batch-clients-listed")).isOne();
    }

    /** Who waits. */
    private JsonNode untilTheyWait() {
        await().untilAsserted(
                        () -> assertThat(batch.read().path("sent").asInt()).isEqualTo(20));
        return batch.clients().get(20);
    }

    private void theirTurnComes() {
        Database.execute(
                "update login_link_batch_recipient set due_at = now() - interval '1 min' where batch_id = ? and due_at > now()",
                UUID.fromString(batch.id()));
    }

    private void endsWithout(JsonNode client, String why) {
        theirTurnComes();
        batch.untilItHasEnded();
        assertThat(batch.clients())
                .filteredOn(each -> each.path("clientId").equals(client.path("clientId")))
                .extracting(each -> each.path("reason").asText())
                .containsExactly(why);
        assertThat(batch.read().path("leftOut").asInt()).isEqualTo(WAITING);
    }

    private static String pathOf(JsonNode client) {
        return Api.CLIENTS + "/" + client.path("clientId").asText();
    }

    private long acts(String act) {
        return Trail.of(clinic).lines().stream()
                .filter(line -> line.act().equals(act))
                .count();
    }
}
