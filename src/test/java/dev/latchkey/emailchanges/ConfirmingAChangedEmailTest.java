package dev.latchkey.emailchanges;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Answers;
import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConfirmingAChangedEmailTest {

    private final Practice clinic = Portal.clinic();
    private final Person owner = clinic.owner();
    private final Person mia = clinic.client("Mia");
    private final String path = Api.CLIENTS + "/" + mia.id();
    private final String next = Portal.anAddress("next");

    @Test
    void puts_it_on_the_record_and_tells_the_former_address() {
        var token = asked();

        confirms(token)
                .then()
                .statusCode(200)
                .body("clinicName", equalTo("Harbour Physio"))
                .body("email", equalTo("n•••••@example.org"));

        owner.get(path).then().body("email", equalTo(next));
        assertThat(Mailbox.newestTo(mia.email()).subject()).isEqualTo("The e-mail address of your record was changed");
        assertRefused(owner.looksAtEmailChangeOf(mia), 404, "email-change-not-found");
    }

    @Test
    void ends_what_the_former_address_had_opened_and_lets_the_new_one_in() {
        mia.signsIn();
        mia.asksForALoginLink().then().statusCode(202);
        var link = Mailbox.linksTo(mia.email(), 2).get(0).fragment();

        confirms(asked()).then().statusCode(200);

        assertRefused(mia.get(Api.ME), 401, "session-ended");
        assertRefused(mia.follows(link), 401, "login-link-revoked");
        owner.sendsLoginLinkTo(mia, next).then().statusCode(202);
        mia.follows(Mailbox.linksTo(next, 2).get(0).fragment()).then().statusCode(201);
    }

    @Test
    void opens_no_session_and_says_nothing_of_the_client() {
        var answer = confirms(asked());

        assertThat(answer.headers().getValues("Set-Cookie")).isEmpty();
        assertThat(Answers.json(answer).propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("clinicName", "email");
    }

    @Test
    void works_once() {
        var token = asked();
        confirms(token).then().statusCode(200);

        assertDead(token);
    }

    /** And shows no other answer than one that never was. */
    @Test
    void works_for_a_day() {
        var token = asked();

        Database.hoursPassForEmailChangesTo(next, 25);

        assertDead(token);
        assertDead("A".repeat(43));
        owner.get(path).then().body("email", equalTo(mia.email()));
    }

    @Test
    void works_not_by_being_looked_at() {
        var token = asked();

        assertThat(Person.stranger()
                        .get(Api.EMAIL_CONFIRMATIONS + "?token=" + token)
                        .statusCode())
                .isEqualTo(405);

        owner.get(path).then().body("email", equalTo(mia.email()));
        confirms(token).then().statusCode(200);
    }

    @Test
    void puts_a_first_address_on_a_record_and_writes_to_no_one_else() {
        var walter = clinic.client("Walter", null);
        owner.asksToConfirm(walter, next).then().statusCode(202);

        confirms(Mailbox.newestTo(next).fragment()).then().statusCode(200);

        owner.get(Api.CLIENTS + "/" + walter.id()).then().body("email", equalTo(next));
    }

    @Test
    void may_put_two_clients_at_one_address() {
        var noah = clinic.client("Noah", next);

        confirms(asked()).then().statusCode(200);

        owner.get(path).then().body("email", equalTo(next)).body("sharesEmailWith.id", equalTo(List.of(noah.id())));
    }

    @Test
    void changes_no_record_of_another_clinic() {
        var elsewhere = Portal.clinic();
        var namesake = elsewhere.client("Mia", mia.email());

        confirms(asked()).then().statusCode(200);

        elsewhere.owner().get(Api.CLIENTS + "/" + namesake.id()).then().body("email", equalTo(mia.email()));
    }

    @Test
    void comes_too_late_when_staff_have_changed_the_address_themselves() {
        var token = asked();
        var third = Portal.anAddress("third");

        owner.changesEmailOf(mia, third).then().statusCode(200);

        assertDead(token);
        owner.get(path).then().body("email", equalTo(third));
        assertRefused(owner.looksAtEmailChangeOf(mia), 404, "email-change-not-found");
        owner.changesEmailOf(mia, mia.email()).then().statusCode(200);
        assertDead(token);
    }

    /** What is changed otherwise does not touch it. */
    @Test
    void comes_in_time_when_only_the_name_was_changed() {
        var token = asked();

        owner.patch(path, Map.of("familyName", "Holm", "email", mia.email()))
                .then()
                .statusCode(200);

        confirms(token).then().statusCode(200);
    }

    @Test
    void comes_too_late_for_one_who_was_archived_also_when_they_are_restored() {
        var token = asked();
        var trail = Trail.of(clinic);
        var before = trail.lines().size();

        owner.archives(mia).then().statusCode(200);
        assertThat(trail.actsAfter(before)).contains("staff email-change-cancelled client-archived");
        assertDead(token);
        owner.restores(mia).then().statusCode(200);

        assertDead(token);
    }

    @Test
    void comes_too_late_for_one_who_was_merged() {
        var token = asked();
        var kept = clinic.client("Maria");

        owner.sends(
                        "POST",
                        Api.CLIENTS + "/" + kept.id() + "/merges",
                        Map.of("mergedId", mia.id()),
                        Map.of("If-Match", "*"))
                .then()
                .statusCode(201);

        assertDead(token);
        owner.get(Api.CLIENTS + "/" + kept.id()).then().body("email", equalTo(kept.email()));
    }

    /** It cancels nothing, for it does not know of it. */
    @Test
    void comes_too_late_when_a_node_of_the_version_before_has_changed_the_address() {
        var token = asked();

        Database.execute(
                "update client set email = 'old.node@example.org', address_key = 'old.node@example.org' where id = ?",
                UUID.fromString(mia.id()));

        assertDead(token);
    }

    @Test
    void is_on_record_as_done_by_a_visitor_and_of_the_client() {
        var token = asked();

        var answer = confirms(token);

        var lines = Trail.of(clinic).linesIn(answer.header("X-Request-Id"));
        assertThat(lines.stream().map(Trail.Line::toString))
                .containsExactly("visitor email-change-confirmed", "visitor client-address-changed");
        assertThat(lines).allSatisfy(line -> assertThat(line.clientId()).isEqualTo(mia.id()));
        assertThat(lines.get(0).addressHash()).isEqualTo(lines.get(1).addressHash());
    }

    /** The token of the letter that the client was sent. */
    private String asked() {
        owner.asksToConfirm(mia, next).then().statusCode(202);
        return Mailbox.newestTo(next).fragment();
    }

    private static Response confirms(String token) {
        return Person.stranger().confirmsEmail(token);
    }

    private static void assertDead(String token) {
        assertRefused(confirms(token), 422, "email-confirmation-unusable");
    }
}
