package dev.latchkey.emailchanges;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Answers;
import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AskingToConfirmAnEmailTest {

    private final Practice clinic = Portal.clinic();
    private final Person owner = clinic.owner();
    private final Person mia = clinic.client("Mia");
    private final String next = Portal.anAddress("next");

    @Test
    void leaves_the_record_as_it_is_and_shows_what_waits() {
        owner.asksToConfirm(mia, next)
                .then()
                .statusCode(202)
                .body("email", equalTo(next))
                .body("status", equalTo("queued"))
                .body("requestedBy.displayName", notNullValue())
                .body("delivery.smtpCode", nullValue());

        owner.get(Api.CLIENTS + "/" + mia.id()).then().body("email", equalTo(mia.email()));
        await().untilAsserted(() -> owner.looksAtEmailChangeOf(mia)
                .then()
                .body("email", equalTo(next))
                .body("status", equalTo("sent"))
                .body("delivery.sentAt", notNullValue()));
        mia.signsIn().get(Api.ME).then().statusCode(200);
    }

    @Test
    void lasts_a_day_and_then_shows_that_it_is_over() {
        var asked = owner.asksToConfirm(mia, next);
        assertThat(Duration.between(instant(asked.path("requestedAt")), instant(asked.path("expiresAt"))))
                .isEqualTo(Duration.ofHours(24));
        await().untilAsserted(() -> owner.looksAtEmailChangeOf(mia).then().body("status", equalTo("sent")));

        Database.hoursPassForEmailChangesTo(next, 25);

        owner.looksAtEmailChangeOf(mia).then().body("status", equalTo("expired"));
    }

    private static Instant instant(String text) {
        return Instant.parse(text);
    }

    @Test
    void shows_that_the_letter_came_back() {
        owner.asksToConfirm(mia, next).then().statusCode(202);
        await().untilAsserted(() -> owner.looksAtEmailChangeOf(mia).then().body("status", equalTo("sent")));

        Database.execute(
                "update letter set bounced_at = now(), bounce_permanent = true, bounce_code = '5.1.1' where recipient = ?",
                next);

        owner.looksAtEmailChangeOf(mia)
                .then()
                .body("status", equalTo("failed"))
                .body("delivery.status", equalTo("bounced"))
                .body("delivery.smtpCode", equalTo("5.1.1"));
    }

    @Test
    void writes_to_the_new_address_alone_and_names_no_client() {
        owner.asksToConfirm(mia, next).then().statusCode(202);

        var letter = Mailbox.newestTo(next);
        assertThat(letter.subject()).isEqualTo("Confirm your e-mail address for Harbour Physio");
        assertThat(letter.link()).contains("/" + clinic.slug() + "/confirm-email#");
        assertThat(letter.text() + letter.html()).doesNotContain("Mia", "Larsen", mia.email(), next);
        assertThat(Mailbox.lettersTo(mia.email())).isEmpty();
    }

    @Test
    void speaks_the_clients_language() {
        owner.patch(Api.CLIENTS + "/" + mia.id(), Map.of("language", "fr"))
                .then()
                .statusCode(200);

        owner.asksToConfirm(mia, next).then().statusCode(202);

        assertThat(Mailbox.newestTo(next).subject()).isEqualTo("Confirmez votre adresse e-mail pour Harbour Physio");
    }

    @Test
    void may_be_about_the_address_of_another_client_or_a_first_one() {
        owner.asksToConfirm(mia, clinic.client("Noah").email()).then().statusCode(202);
        owner.asksToConfirm(clinic.client("Walter", null), next).then().statusCode(202);
    }

    @Test
    void is_refused_where_there_is_nothing_to_confirm() {
        assertRefused(owner.asksToConfirm(mia, mia.email().toUpperCase(Locale.ROOT)), 422, "email-unchanged");
        assertRefused(owner.asksToConfirm(mia, "two@example.org, three@example.org"), 400, "invalid-request");
        assertRefused(owner.looksAtEmailChangeOf(mia), 404, "email-change-not-found");
        assertRefused(owner.cancelsEmailChangeOf(mia), 404, "email-change-not-found");
    }

    @Test
    void is_refused_where_letters_come_back() {
        var noah = clinic.client("Noah");
        Database.execute(
                "insert into address_flag (clinic_id, address_key, since) values (?, ?, now())",
                Database.clinicId(clinic.slug()),
                noah.email());

        assertRefused(owner.asksToConfirm(mia, noah.email()), 409, "address-bounced");
    }

    @Test
    void is_refused_for_one_who_is_archived_or_merged() {
        var noah = clinic.client("Noah");
        owner.archives(noah).then().statusCode(200);
        assertRefused(owner.asksToConfirm(noah, next), 409, "client-archived");

        owner.sends(
                        "POST",
                        Api.CLIENTS + "/" + mia.id() + "/merges",
                        Map.of("mergedId", noah.id()),
                        Map.of("If-Match", "*"))
                .then()
                .statusCode(201);
        assertRefused(owner.asksToConfirm(noah, next), 409, "client-merged");
    }

    @Test
    void is_not_for_the_staff_of_another_clinic() {
        owner.asksToConfirm(mia, next).then().statusCode(202);
        var stranger = Portal.clinic().owner();

        assertRefused(stranger.asksToConfirm(mia, Portal.anAddress("theirs")), 404, "client-not-found");
        assertRefused(stranger.looksAtEmailChangeOf(mia), 404, "client-not-found");
        assertRefused(stranger.cancelsEmailChangeOf(mia), 404, "client-not-found");

        owner.looksAtEmailChangeOf(mia).then().statusCode(200).body("email", equalTo(next));
    }

    @Test
    void a_second_time_leaves_the_newest_link_alone() {
        owner.asksToConfirm(mia, next).then().statusCode(202);
        var first = Mailbox.newestTo(next).fragment();
        owner.asksToConfirm(mia, next).then().statusCode(202);
        var second = Mailbox.lettersTo(next, 2).get(0).fragment();

        assertRefused(Person.stranger().confirmsEmail(first), 422, "email-confirmation-unusable");
        Person.stranger().confirmsEmail(second).then().statusCode(200);
    }

    @Test
    void can_be_taken_back() {
        owner.asksToConfirm(mia, next).then().statusCode(202);
        var token = Mailbox.newestTo(next).fragment();

        owner.cancelsEmailChangeOf(mia).then().statusCode(204);

        assertRefused(owner.looksAtEmailChangeOf(mia), 404, "email-change-not-found");
        assertRefused(owner.cancelsEmailChangeOf(mia), 404, "email-change-not-found");
        assertRefused(Person.stranger().confirmsEmail(token), 422, "email-confirmation-unusable");
    }

    @Test
    void by_two_at_once_leaves_one_open() throws Exception {
        var other = Portal.anAddress("other");

        var answers = Together.<Response>all(
                List.of(() -> owner.asksToConfirm(mia, next), () -> owner.asksToConfirm(mia, other)));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 202);
        assertThat(Database.count(
                        "select count(*) from email_change where client_id = ? and cancelled_at is null",
                        UUID.fromString(mia.id())))
                .isEqualTo(1);
    }

    @Test
    void is_on_record_with_who_did_it_and_whose_it_is() {
        var trail = Trail.of(clinic);
        var before = trail.lines().size();
        owner.asksToConfirm(mia, next).then().statusCode(202);
        owner.asksToConfirm(mia, next).then().statusCode(202);
        owner.looksAtEmailChangeOf(mia).then().statusCode(200);
        owner.cancelsEmailChangeOf(mia).then().statusCode(204);

        assertThat(trail.actsAfter(before))
                .containsExactly(
                        "staff email-change-requested",
                        "staff email-change-cancelled superseded",
                        "staff email-change-requested",
                        "staff email-change-read",
                        "staff email-change-cancelled");
        assertThat(trail.lines().subList(before, before + 5)).allSatisfy(line -> {
            assertThat(line.clientId()).isEqualTo(mia.id());
            assertThat(line.toString()).doesNotContain(next);
        });
        assertThat(Answers.json(owner.get(Api.AUDIT_EVENTS)).toString()).doesNotContain(next);
    }
}
