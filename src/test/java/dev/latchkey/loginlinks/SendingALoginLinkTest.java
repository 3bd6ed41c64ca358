package dev.latchkey.loginlinks;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SendingALoginLinkTest {

    private Practice clinic;
    private Person mia;

    @BeforeEach
    void open() {
        clinic = Portal.clinic();
        mia = clinic.client("Mia");
    }

    @Test
    void lets_the_client_in() {
        sends(clinic.owner(), mia, mia.email())
                .then()
                .statusCode(202)
                .body("sentTo", equalTo("m•••••@example.org"))
                .body("requestedBy.displayName", equalTo("Olivia Owner"));

        mia.followsTheLinkInTheirMail().then().statusCode(201);
    }

    @Test
    void never_shows_the_link_to_staff() {
        var answer = sends(clinic.owner(), mia, mia.email()).asString();
        var link = Mailbox.newestTo(mia.email()).fragment();

        assertThat(answer).doesNotContain(link);
        assertThat(clinic.owner().get(path(mia)).asString()).doesNotContain(link);
    }

    @Test
    void cancels_the_link_the_client_asked_for_before() {
        mia.asksForALoginLink();
        var older = Mailbox.newestTo(mia.email()).fragment();

        sends(clinic.owner(), mia, mia.email());

        assertRefused(mia.follows(older), 401, "login-link-superseded");
    }

    @Test
    void is_refused_for_another_address_than_the_clients() {
        var elsewhere = Portal.anAddress("elsewhere");

        assertRefused(sends(clinic.owner(), mia, elsewhere), 409, "email-mismatch");

        assertThat(Database.count("select count(*) from letter where recipient in (?, ?)", elsewhere, mia.email()))
                .isZero();
    }

    @Test
    void is_refused_for_a_client_without_an_address() {
        assertRefused(
                sends(clinic.owner(), clinic.client("Noah", null), "noah@example.org"), 422, "client-without-email");
    }

    @Test
    void is_refused_for_an_archived_client() {
        clinic.owner().archives(mia).then().statusCode(200);

        assertRefused(sends(clinic.owner(), mia, mia.email()), 409, "client-archived");
    }

    @Test
    void is_refused_for_another_clinics_client() {
        assertRefused(sends(Portal.clinic().owner(), mia, mia.email()), 404, "client-not-found");
    }

    @Test
    void is_not_the_accountants_business() {
        assertRefused(sends(clinic.staff("accountant"), mia, mia.email()), 403, "forbidden");
    }

    @Test
    void twice_with_one_idempotency_key_sends_one_letter() {
        var first = sendsWithKey(mia.email(), "click-1");
        var again = sendsWithKey(mia.email(), "click-1");
        var other = sendsWithKey("someone.else@example.org", "click-1");

        assertThat(again.statusCode()).isEqualTo(first.statusCode()).isEqualTo(202);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertRefused(other, 422, "idempotency-key-reused");
        clinic.owner().get(path(mia)).then().body("items.size()", equalTo(1));
    }

    @Test
    void leaves_a_history_of_what_became_of_each_link() {
        sends(clinic.owner(), mia, mia.email());
        Mailbox.newestTo(mia.email());
        mia.asksForALoginLink();
        mia.follows(Mailbox.lettersTo(mia.email(), 2).get(0).fragment());
        sends(clinic.owner(), mia, mia.email());

        await().untilAsserted(() -> clinic.owner()
                .get(path(mia))
                .then()
                .statusCode(200)
                .body("items.status", equalTo(List.of("sent", "redeemed", "superseded")))
                .body("items[1].requestedBy", nullValue())
                .body("items[2].requestedBy.displayName", equalTo("Olivia Owner")));
    }

    @Test
    void shows_in_the_history_when_its_time_is_over() {
        sends(clinic.owner(), mia, mia.email());
        Mailbox.newestTo(mia.email());

        Database.minutesPassForLinksTo(mia.email(), 15);

        clinic.owner().get(path(mia)).then().body("items.status", equalTo(List.of("expired")));
    }

    @Test
    void shows_in_the_history_when_it_was_revoked() {
        sends(clinic.owner(), mia, mia.email());

        clinic.owner().archives(mia).then().statusCode(200);

        clinic.owner().get(path(mia)).then().body("items.status", equalTo(List.of("revoked")));
    }

    @Test
    void is_listed_page_by_page() {
        sends(clinic.owner(), mia, mia.email());
        sends(clinic.owner(), mia, mia.email());

        var first = clinic.owner().get(path(mia) + "?limit=1");

        first.then().header("Link", containsString("rel=\"next\"")).body("items.size()", equalTo(1));
        clinic.owner()
                .get(path(mia) + "?limit=1&cursor=" + first.path("nextCursor"))
                .then()
                .body("items[0].status", equalTo("superseded"))
                .body("nextCursor", nullValue())
                .header("Link", nullValue());
    }

    private Response sends(Person staff, Person client, String confirmed) {
        return staff.post(path(client), Map.of("confirmedEmail", confirmed));
    }

    private Response sendsWithKey(String confirmed, String key) {
        return clinic.owner()
                .request()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("confirmedEmail", confirmed))
                .post(path(mia));
    }

    private static String path(Person client) {
        return Api.CLIENTS + "/" + client.id() + "/login-links";
    }
}
