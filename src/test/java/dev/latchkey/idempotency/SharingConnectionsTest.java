package dev.latchkey.idempotency;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.support.Api;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Outage;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.RefreshCookie;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A request that waits for a second connection while it holds the first may wait for others that do the same. */
@QuarkusTest
class SharingConnectionsTest {

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");

    @Test
    void needs_one_to_refresh_a_session() throws Exception {
        mia.asksForALoginLink();
        var cookie = RefreshCookie.of(mia.follows(Mailbox.newestTo(mia.email()).fragment()));

        try (var ignored = Outage.allConnectionsButOne()) {
            cookie.refreshes().then().statusCode(200);
        }
    }

    @Test
    void needs_one_to_send_a_login_link_or_to_refuse_to() throws Exception {
        try (var ignored = Outage.allConnectionsButOne()) {
            orders(clinic.owner(), mia.email()).then().statusCode(202);
            assertRefused(orders(clinic.owner(), "stranger@example.org"), 409, "email-mismatch");
        }
    }

    @Test
    void needs_one_to_invite_an_owner_once() throws Exception {
        var olga = Map.of(
                "displayName", "Olga", "email", Portal.anAddress("olga"), "role", "owner", "password", Person.PASSWORD);

        try (var ignored = Outage.allConnectionsButOne()) {
            clinic.owner()
                    .sends("POST", Api.MEMBERS, olga, Map.of("Idempotency-Key", "once"))
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void lets_32_acts_with_a_key_wait_and_no_more() {
        var acts = new IdempotencyBulkhead(2, Duration.ofMinutes(1));
        var act = acts.acquire();
        var waiting = Stream.generate(() ->
                        CompletableFuture.runAsync(() -> acts.acquire().close(), work -> new Thread(work).start()))
                .limit(33)
                .toList();
        await().until(() -> refused(waiting) == 1);

        act.close();

        await().until(() -> waiting.stream().allMatch(CompletableFuture::isDone));
        assertThat(refused(waiting)).isEqualTo(1);
    }

    private static long refused(List<CompletableFuture<Void>> acts) {
        return acts.stream().filter(CompletableFuture::isCompletedExceptionally).count();
    }

    private Response orders(Person staff, String confirmed) {
        return staff.post(linksOf(mia), Map.of("confirmedEmail", confirmed));
    }

    private static String linksOf(Person client) {
        return Api.CLIENTS + "/" + client.id() + "/login-links";
    }
}
