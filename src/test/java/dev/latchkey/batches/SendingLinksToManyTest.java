package dev.latchkey.batches;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.support.Answers;
import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.LinkBatch;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SendingLinksToManyTest {

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");

    @Test
    void lets_in_everyone_who_is_named() {
        var noah = clinic.client("Noah");

        var batch = LinkBatch.toEach(clinic, mia, noah).untilItHasEnded();

        mia.followsTheLinkInTheirMail().then().statusCode(201);
        noah.followsTheLinkInTheirMail().then().statusCode(201);
        assertThat(batch.clients())
                .extracting(client -> client.path("status").asText())
                .containsOnly("sent");
        await().untilAsserted(() -> assertThat(batch.clients())
                .extracting(client -> client.at("/loginLink/status").asText())
                .containsOnly("redeemed"));
    }

    @Test
    void writes_once_to_those_who_share_a_mailbox() {
        var noah = clinic.client("Noah", mia.email());

        var batch = LinkBatch.toEach(clinic, mia, noah).untilItHasEnded();

        assertThat(batch.read().path("letters").asInt()).isOne();
        assertThat(batch.read().path("sent").asInt()).isEqualTo(2);
        assertThat(batch.clients())
                .extracting(client -> client.at("/loginLink/id").asText())
                .hasSize(2)
                .containsOnly(batch.clients().get(0).at("/loginLink/id").asText());
        assertThat(Mailbox.linksTo(mia.email(), 1)).hasSize(1);
        assertThat(Database.count("select count(*) from login_link where address_key = ?", mia.email()))
                .isOne();
    }

    @Test
    void leaves_out_those_who_cannot_be_reached_or_need_no_link_and_says_why() {
        var silent = clinic.client("Silent", null);
        var archived = clinic.client("Archived");
        clinic.owner().archives(archived).then().statusCode(200);
        var out = clinic.client("Out");
        letsInNoMore(out);
        var known = clinic.client("Known").signsIn();

        var batch = LinkBatch.toEach(clinic, mia, silent, archived, out, known).untilItHasEnded();

        assertThat(batch.clients())
                .extracting(
                        client -> client.path("givenName").asText(),
                        client -> client.path("status").asText(),
                        client -> client.path("reason").asText())
                .containsExactlyInAnyOrder(
                        tuple("Mia", "sent", "null"),
                        tuple("Silent", "left-out", "no-email"),
                        tuple("Archived", "left-out", "archived"),
                        tuple("Out", "left-out", "portal-access-off"),
                        tuple("Known", "left-out", "signed-in-lately"));
        assertThat(batch.read().path("leftOut").asInt()).isEqualTo(4);
        clinic.owner()
                .get(batch.path() + "/clients?status=left-out")
                .then()
                .body("items", hasSize(4))
                .body("items.status", everyItem(equalTo("left-out")));
    }

    @Test
    void finds_those_who_were_never_invited() {
        var invited = clinic.client("Invited");
        clinic.owner().sendsLoginLinkTo(invited, invited.email()).then().statusCode(202);
        var order = Map.of("filter", Map.of("portal", "never-invited"));

        LinkBatch.started(clinic.owner(), order).untilItHasEnded();

        clinic.owner()
                .get(Api.CLIENTS + "?portal=invited")
                .then()
                .body("items.givenName", equalTo(List.of("Invited", "Mia")));
        assertRefused(clinic.owner().post(Api.LINK_BATCHES, order), 422, "batch-empty");
    }

    @Test
    void is_told_beforehand_and_sends_nothing_then() {
        clinic.client("Noah", mia.email());
        clinic.client("Silent", null);

        var preview = preview(Map.of("filter", Map.of()));

        assertThat(preview.path("clients").asInt()).isEqualTo(3);
        assertThat(preview.path("letters").asInt()).isOne();
        assertThat(preview.path("sent").asInt()).isEqualTo(2);
        assertThat(preview.at("/leftOut/0/reason").asText()).isEqualTo("no-email");
        assertThat(preview.at("/leftOut/0/clients").asInt()).isOne();
        clinic.owner().get(Api.LINK_BATCHES).then().body("items", hasSize(0));
        assertThat(Database.count("select count(*) from login_link where address_key = ?", mia.email()))
                .isZero();
    }

    @Test
    void tells_when_the_last_letter_will_leave() {
        for (var i = 0; i < 24; i++) {
            clinic.client("Lea");
        }

        var preview = preview(Map.of("filter", Map.of()));

        assertThat(Instant.parse(preview.path("estimatedEndAt").asText()))
                .isAfter(Instant.now().plus(Duration.ofMinutes(5 * 72 - 1)))
                .isBefore(Instant.now().plus(Duration.ofMinutes(5 * 72)));
    }

    @Test
    void knows_that_there_is_no_room_after_another_batch() {
        LinkBatch.running(clinic).cancel().then().statusCode(200);

        var preview = preview(Map.of("filter", Map.of("atMost", 1)));

        assertThat(preview.path("clients").asInt()).isOne();
        assertThat(Instant.parse(preview.path("estimatedEndAt").asText()))
                .isAfter(Instant.now().plusSeconds(60));
    }

    @Test
    void goes_on_in_the_order_of_its_turns_as_long_as_there_is_room() {
        var batch = LinkBatch.running(clinic);

        await().untilAsserted(
                        () -> assertThat(batch.read().path("sent").asInt()).isEqualTo(20));

        assertThat(batch.read().path("status").asText()).isEqualTo("running");
        assertThat(batch.read().path("waiting").asInt()).isEqualTo(2);
        assertThat(batch.clients())
                .extracting(client -> client.path("status").asText())
                .endsWith("waiting", "waiting")
                .filteredOn("sent"::equals)
                .hasSize(20);
    }

    @Test
    void is_one_batch_of_a_clinic_at_a_time() {
        LinkBatch.running(clinic);

        assertRefused(
                clinic.owner().post(Api.LINK_BATCHES, Map.of("clientIds", List.of(mia.id()))), 409, "batch-running");
        var other = Portal.clinic();
        LinkBatch.toEach(other, other.client("Lea")).untilItHasEnded();
    }

    @Test
    void is_started_once_however_many_start_it_at_once() throws Exception {
        var clicks = Stream.generate(() -> (Callable<Response>)
                        () -> clinic.owner().post(Api.LINK_BATCHES, Map.of("clientIds", List.of(mia.id()))))
                .limit(6)
                .toList();

        var answers = Together.all(clicks);

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnly(202, 409)
                .contains(202);
        await().untilAsserted(() ->
                clinic.owner().get(Api.LINK_BATCHES).then().body("items.status", everyItem(equalTo("ended"))));
        var started =
                answers.stream().filter(answer -> answer.statusCode() == 202).count();
        assertThat(Database.count("select count(*) from login_link where address_key = ?", mia.email()))
                .isEqualTo(started);
    }

    @Test
    void refuses_clients_of_another_clinic_and_sends_none() {
        var theirs = Portal.clinic().client("Lea");

        for (var path : List.of(Api.LINK_BATCHES, Api.LINK_BATCH_PREVIEWS)) {
            assertRefused(
                    clinic.owner().post(path, Map.of("clientIds", List.of(mia.id(), theirs.id()))),
                    404,
                    "client-not-found");
        }
        assertThat(Database.count("select count(*) from login_link where address_key = ?", mia.email()))
                .isZero();
    }

    @Test
    void refuses_an_order_that_makes_no_sense() {
        var orders = List.of(
                Map.of(),
                Map.of("clientIds", List.of()),
                Map.of("clientIds", List.of(mia.id(), mia.id())),
                Map.of("clientIds", List.of(mia.id()), "filter", Map.of()),
                Map.of("filter", Map.of("portal", "asleep")),
                Map.of("filter", Map.of(), "signedInWithinDays", 366),
                Map.of(
                        "clientIds",
                        Stream.generate(UUID::randomUUID).limit(1001).toList()));

        orders.forEach(order -> assertRefused(clinic.owner().post(Api.LINK_BATCHES, order), 400, "invalid-request"));
    }

    @Test
    void is_refused_while_the_portal_is_off() {
        clinic.owner().patch(Api.PORTAL_SETTINGS, Map.of("on", false)).then().statusCode(200);

        for (var path : List.of(Api.LINK_BATCHES, Api.LINK_BATCH_PREVIEWS)) {
            assertRefused(clinic.owner().post(path, Map.of("clientIds", List.of(mia.id()))), 409, "portal-off");
        }
    }

    @Test
    void is_started_once_for_one_key() {
        var order = Map.of("clientIds", List.of(mia.id()));
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

        var first = clinic.owner().sends("POST", Api.LINK_BATCHES, order, key);
        var second = clinic.owner().sends("POST", Api.LINK_BATCHES, order, key);

        assertThat(Answers.text(second, "/id")).isEqualTo(Answers.text(first, "/id"));
        assertThat(first.header("Location")).isEqualTo(Api.LINK_BATCHES + "/" + Answers.text(first, "/id"));
    }

    private JsonNode preview(Map<String, ?> order) {
        var answer = clinic.owner().post(Api.LINK_BATCH_PREVIEWS, order);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return Answers.json(answer);
    }

    private void letsInNoMore(Person client) {
        clinic.owner()
                .sends("PATCH", Api.CLIENTS + "/" + client.id() + "/portal-access", Map.of("allowed", false), Map.of())
                .then()
                .statusCode(200);
    }
}
