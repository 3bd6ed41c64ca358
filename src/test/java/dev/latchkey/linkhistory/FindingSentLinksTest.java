package dev.latchkey.linkhistory;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mia was sent a link by the owner and followed it, Noah one by the desk, and Lea asked for hers. */
@QuarkusTest
class FindingSentLinksTest {

    private Practice clinic;
    private Person owner;
    private Person desk;
    private Person mia;
    private Person noah;

    @BeforeEach
    void send() {
        clinic = Portal.clinic();
        owner = clinic.owner();
        desk = clinic.staff("receptionist");
        mia = clinic.client("Mia");
        noah = clinic.client("Noah");
        owner.sendsLoginLinkTo(mia, mia.email()).then().statusCode(202);
        mia.followsTheLinkInTheirMail().then().statusCode(201);
        desk.sendsLoginLinkTo(noah, noah.email()).then().statusCode(202);
        Mailbox.newestTo(noah.email());
        var lea = clinic.client("Lea");
        lea.asksForALoginLink().then().statusCode(202);
        Mailbox.newestTo(lea.email());
        await().untilAsserted(() -> assertThat(clientsOf("")).hasSize(3));
    }

    @Test
    void shows_all_of_the_clinic_newest_first_and_whom_staff_sent_them_for() {
        assertThat(clientsOf("")).containsExactly(null, noah.id(), mia.id());
        assertThat(Trail.of(clinic).lines())
                .anyMatch(line -> line.toString().equals("staff login-links-listed") && line.clientId() == null);
    }

    @Test
    void finds_those_of_a_status() {
        assertThat(clientsOf("?status=redeemed")).containsExactly(mia.id());
        await().untilAsserted(() -> assertThat(clientsOf("?status=sent")).containsExactly(null, noah.id()));
        assertThat(clientsOf("?status=failed")).isEmpty();

        Database.minutesPassForLinksTo(noah.email(), 15);

        assertThat(clientsOf("?status=expired")).containsExactly(noah.id());
        assertThat(clientsOf("?status=sent")).containsExactly((String) null);
    }

    @Test
    void finds_those_that_one_member_sent() {
        assertThat(clientsOf("?sentBy=" + desk.id())).containsExactly(noah.id());
        assertThat(clientsOf("?sentBy=" + ownersId())).containsExactly(mia.id());
        assertThat(clientsOf("?sentBy=" + ownersId() + "&status=sent")).isEmpty();
        assertThat(clientsOf("?sentBy=" + Portal.ANY_ID)).isEmpty();
    }

    @Test
    void goes_on_behind_the_last_one_found() {
        owner.sendsLoginLinkTo(noah, noah.email()).then().statusCode(202);
        owner.sendsLoginLinkTo(noah, noah.email()).then().statusCode(202);
        var path = Api.LOGIN_LINKS + "?status=superseded&limit=1";

        var first = owner.get(path);

        first.then().body("items.size()", equalTo(1)).body("nextCursor", notNullValue());
        var second = owner.get(path + "&cursor=" + first.path("nextCursor"));
        second.then().body("items.size()", equalTo(1)).body("nextCursor", nullValue());
        assertThat(second.<String>path("items[0].id")).isNotEqualTo(first.<String>path("items[0].id"));
    }

    @Test
    void finds_those_of_one_client_too() {
        owner.sendsLoginLinkTo(noah, noah.email()).then().statusCode(202);
        var path = Api.CLIENTS + "/" + noah.id() + "/login-links";

        owner.get(path + "?status=superseded").then().body("items.requestedBy.size()", equalTo(1));
        owner.get(path + "?sentBy=" + desk.id()).then().body("items.status", equalTo(List.of("superseded")));
        owner.get(path + "?status=redeemed").then().body("items", empty());
    }

    /** What became of a link is in no index: a page that is short, or empty, says that there may be more. */
    @Test
    void reads_a_thousand_for_one_page_and_says_where_to_go_on() {
        var clinicId = Database.clinicId(clinic.slug());
        Database.execute("""
                insert into letter (id, clinic_id, kind, recipient, status, queued_at, sent_at, attempts)
                select ('01fffff0-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, ?, 'login-link', 'lea@example.org', 'sent', now(), now(), 1
                  from generate_series(1, 1000) n
                """, clinicId);
        Database.execute("""
                insert into login_link (id, clinic_id, address_key, token_hash, minted_at, expires_at, superseded_at, letter_id)
                select id, clinic_id, recipient, sha256(id::text::bytea), queued_at, queued_at + interval '15 minutes', queued_at, id
                  from letter where clinic_id = ? and id > '01fffff0-0000-7000-8000-000000000000'
                """, clinicId);

        var first = owner.get(Api.LOGIN_LINKS + "?status=redeemed");

        first.then().body("items", empty()).body("nextCursor", notNullValue());
        owner.get(Api.LOGIN_LINKS + "?status=redeemed&cursor=" + first.path("nextCursor"))
                .then()
                .body("items.clientId", equalTo(List.of(mia.id())))
                .body("nextCursor", nullValue());
    }

    @Test
    void shows_no_other_clinics_links() {
        var elsewhere = Portal.clinic().owner();

        elsewhere.get(Api.LOGIN_LINKS).then().statusCode(200).body("items", empty());
        elsewhere.get(Api.LOGIN_LINKS + "?sentBy=" + desk.id()).then().body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=lost", "status=", "sentBy=the-desk", "sentBy=", "sentby=x", "status=sent&x=1"})
    void is_refused_for_what_is_no_filter(String query) {
        assertRefused(owner.get(Api.LOGIN_LINKS + "?" + query), 400, "invalid-request");
    }

    private List<String> clientsOf(String query) {
        return owner.get(Api.LOGIN_LINKS + query).path("items.clientId");
    }

    private String ownersId() {
        return owner.get(Api.STAFF_ME).path("id");
    }
}
