package dev.latchkey.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.support.Answers;
import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.LinkBatch;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LeavingOutAddressesThatBouncedTest {

    private final Practice clinic = Portal.clinic();

    @Test
    void is_done_from_the_start() {
        var gone = clinic.client("Gone");
        flag(gone.email());

        var batch = LinkBatch.toEach(clinic, clinic.client("Mia"), gone, clinic.client("Shares", gone.email()))
                .untilItHasEnded();

        assertThat(batch.clients())
                .extracting(
                        client -> client.path("givenName").asText(),
                        client -> client.path("status").asText(),
                        client -> client.path("reason").asText())
                .containsExactlyInAnyOrder(
                        tuple("Mia", "sent", "null"),
                        tuple("Gone", "left-out", "address-bounced"),
                        tuple("Shares", "left-out", "address-bounced"));
    }

    @Test
    void is_done_at_the_letters_turn() {
        var batch = LinkBatch.running(clinic);
        await().untilAsserted(
                        () -> assertThat(batch.read().path("sent").asInt()).isEqualTo(20));
        var last = batch.clients().get(20);
        flag(emailOf(last));

        Database.execute(
                "update login_link_batch_recipient set due_at = now() - interval '1 min' where batch_id = ? and due_at > now()",
                UUID.fromString(batch.id()));

        await().untilAsserted(() ->
                assertThat(batch.clients().get(20).path("reason").asText()).isEqualTo("address-bounced"));
    }

    private String emailOf(JsonNode client) {
        return Answers.text(
                clinic.owner().get(Api.CLIENTS + "/" + client.path("clientId").asText()), "/email");
    }

    private void flag(String email) {
        Database.execute(
                "insert into address_flag (clinic_id, address_key, since) values (?, ?, now())",
                Database.clinicId(clinic.slug()),
                email);
    }
}
