package dev.latchkey.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A batch of login links, as the owner of a clinic sees it. */
public record LinkBatch(Person owner, String id) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** One more than a clinic has room for at once in a test (application.properties). */
    private static final int MORE_THAN_THERE_IS_ROOM_FOR = 21;

    public static LinkBatch started(Person owner, Map<String, ?> order) {
        var answer = owner.post(Api.LINK_BATCHES, order);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        return new LinkBatch(owner, Answers.text(answer, "/id"));
    }

    public static LinkBatch toEach(Practice clinic, Person... clients) {
        var ids = List.of(clients).stream().map(Person::id).toList();
        return started(clinic.owner(), Map.of("clientIds", ids));
    }

    /** To more clients than the clinic may write to for now: it has come as far as it can, and goes on until it is cancelled. */
    public static LinkBatch running(Practice clinic) {
        return begun(clinic).untilItRests();
    }

    /** The same, just started. */
    public static LinkBatch begun(Practice clinic) {
        for (var i = 0; i < MORE_THAN_THERE_IS_ROOM_FOR; i++) {
            clinic.client("Lea");
        }
        return toAll(clinic);
    }

    public static LinkBatch toAll(Practice clinic) {
        return started(clinic.owner(), Map.of("filter", Map.of(), "signedInWithinDays", 0));
    }

    /** Until the turn of the others. */
    private LinkBatch untilItRests() {
        await().atMost(PATIENCE)
                .until(() -> Database.count(
                                "select count(*) from login_link_batch_recipient where batch_id = ?"
                                        + " and (due_at <= now() or claimed_by is not null)",
                                UUID.fromString(id))
                        == 0);
        return this;
    }

    public LinkBatch untilItHasEnded() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(read().path("status").asText()).isEqualTo("ended"));
        return this;
    }

    public JsonNode read() {
        return json(owner.get(path()));
    }

    /** What became of its clients, in their order. */
    public List<JsonNode> clients() {
        return json(owner.get(path() + "/clients?limit=100"))
                .path("items")
                .valueStream()
                .toList();
    }

    public Response cancel() {
        return owner.put(path() + "/cancellation");
    }

    public String path() {
        return Api.LINK_BATCHES + "/" + id;
    }

    private static JsonNode json(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return Answers.json(answer);
    }
}
