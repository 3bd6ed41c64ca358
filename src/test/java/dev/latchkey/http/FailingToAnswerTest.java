package dev.latchkey.http;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Authenticator;
import dev.latchkey.support.Bill;
import dev.latchkey.support.Database;
import dev.latchkey.support.FrontDoor;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.RefreshCookie;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.PATCH;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is answered with a 500 has spent nothing. Here a text of the answer is one that cannot be written. */
@QuarkusTest
class FailingToAnswerTest {

    @Inject
    AnswerSerialization serialization;

    @Inject
    Renaming renaming;

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");

    private void failsToShowTheClient(Supplier<Response> act) {
        var lastBlank = UnwritableText.TEXT.lastIndexOf(' ');
        callsAllClients(UnwritableText.TEXT.substring(0, lastBlank), UnwritableText.TEXT.substring(lastBlank + 1));
        assertRefused(act.get(), 500, "internal-error");
        callsAllClients("Mia", "Larsen");
    }

    private void callsAllClients(String givenName, String familyName) {
        Database.execute(
                "update client set given_name = ?, family_name = ? where clinic_id = (select id from clinic where slug = ?)",
                givenName,
                familyName,
                clinic.slug());
    }

    private void failsToShowTheClinic(Supplier<Response> act) {
        Database.execute("update clinic set name = ? where slug = ?", UnwritableText.TEXT, clinic.slug());
        assertRefused(act.get(), 500, "internal-error");
        Database.execute("update clinic set name = 'Clinic' where slug = ?", clinic.slug());
    }

    @Test
    void leaves_a_login_link_live() {
        mia.asksForALoginLink().then().statusCode(202);
        var link = Mailbox.newestTo(mia.email()).fragment();

        failsToShowTheClient(() -> mia.follows(link));

        mia.follows(link).then().statusCode(201);
        mia.get(Api.SESSIONS).then().body("items.size()", equalTo(1));
    }

    @Test
    void leaves_a_profile_choice_open() {
        var noah = clinic.client("Noah", mia.email());
        mia.asksForALoginLink().then().statusCode(202);
        var offer = mia.follows(Mailbox.newestTo(mia.email()).fragment());
        var token = offer.<String>path("choiceToken");
        var ref = offer.<String>path("profiles[1].ref");

        failsToShowTheClient(() -> mia.chooses(token, ref));

        mia.chooses(token, ref).then().statusCode(201).body("profile.id", equalTo(noah.id()));
    }

    @Test
    void leaves_the_clinics_question_open() {
        var door = new FrontDoor(clinic);
        door.asks("birth-year");
        door.records(mia, "1984-05-01");
        var asked = door.letsIn(mia);
        Map<String, Object> right = Map.of("birthYear", 1984);

        failsToShowTheClient(() -> asked.answers(right));

        asked.answers(right).then().statusCode(201);
    }

    @Test
    void leaves_a_session_at_its_profile() {
        mia.signsIn();
        var noah = clinic.client("Noah", mia.email());

        failsToShowTheClient(() -> mia.switchesTo(noah.id()));

        mia.get(Api.ME).then().statusCode(200).body("id", equalTo(mia.id()));
    }

    @Test
    void leaves_a_refresh_token_unused() {
        mia.asksForALoginLink().then().statusCode(202);
        var cookie = RefreshCookie.of(mia.followsTheLinkInTheirMail());

        failsToShowTheClient(cookie::refreshes);

        Database.secondsPassForSessionsOf(mia.id(), 11); // so that no grace is left
        cookie.refreshes().then().statusCode(200);
    }

    @Test
    void leaves_a_staff_members_refresh_token_unused() {
        var sam = clinic.staff("receptionist");
        var cookie = RefreshCookie.of(Person.stranger().signsInAsStaff(sam.email(), Person.PASSWORD));

        failsToShowTheClinic(cookie::refreshes);

        Database.secondsPassForSessionsOf(sam.id(), 11);
        cookie.refreshes().then().statusCode(200);
    }

    @Test
    void leaves_a_recovery_code_unspent() {
        var sam = clinic.staff("receptionist");
        var code = Authenticator.enrolledBy(sam).recoveryCodes().get(0);
        var proof = Map.of(
                "secondFactorToken",
                Person.stranger().signsInAsStaff(sam.email(), Person.PASSWORD).<String>path("secondFactorToken"),
                "code",
                code);

        failsToShowTheClinic(() -> Person.stranger().post(Api.STAFF_CODE, proof));

        Person.stranger().post(Api.STAFF_CODE, proof).then().statusCode(201);
    }

    @Test
    void opens_no_session_of_staff() {
        var sam = clinic.staff("receptionist");

        failsToShowTheClinic(() -> Person.stranger().signsInAsStaff(sam.email(), Person.PASSWORD));

        assertThat(Database.count("select count(*) from session where staff_member_id = ?", UUID.fromString(sam.id())))
                .isEqualTo(1);
    }

    @Test
    void leaves_an_invitation_open() {
        var email = Portal.anAddress("sam");
        clinic.owner()
                .post(Api.MEMBERS, Map.of("displayName", "Sam", "email", email, "role", "receptionist"))
                .then()
                .statusCode(201);
        var acceptance = Map.of("token", Mailbox.newestTo(email).fragment(), "password", Person.PASSWORD);

        failsToShowTheClinic(() -> Person.stranger().post(Api.ACCEPTANCE, acceptance));

        Person.stranger().post(Api.ACCEPTANCE, acceptance).then().statusCode(200);
    }

    @Test
    void takes_no_invoice_number() {
        var draft = Bill.draft(clinic.owner(), mia, "10.00");
        var next = Bill.draft(clinic.owner(), mia, "20.00");
        var id = UUID.fromString(draft.id());

        Database.execute("update invoice_line set description = ? where invoice_id = ?", UnwritableText.TEXT, id);
        assertRefused(draft.finalises(), 500, "internal-error");
        Database.execute("update invoice_line set description = 'Consultation' where invoice_id = ?", id);

        draft.reads().then().body("status", equalTo("draft"));
        var number = next.finalises().then().statusCode(200).extract().<String>path("number");
        assertThat(number).endsWith("1");
    }

    @Test
    void undoes_what_an_endpoint_answers_with_something_that_cannot_be_written() {
        assertThatThrownBy(() -> renaming.rename(clinic.slug())).hasMessageContaining("cannot be written");

        assertThat(Database.count("select count(*) from clinic where slug = ? and name = 'Renamed'", clinic.slug()))
                .isZero();
    }

    @Test
    void must_show_before_it_is_too_late() {
        var answer = serialization.beforeCommit(done -> done);

        assertThat(QuarkusTransaction.requiringNew().call(() -> answer.apply("shown")))
                .isEqualTo("shown");
        assertThatThrownBy(() -> answer.apply("shown")).hasMessageContaining("too late");
    }

    /** As an endpoint would, if its answer could not be written as JSON. */
    @ApplicationScoped
    static class Renaming {

        @PATCH
        @Transactional
        public Object rename(String slug) {
            Panache.getEntityManager()
                    .createNativeQuery("update clinic set name = 'Renamed' where slug = ?1")
                    .setParameter(1, slug)
                    .executeUpdate();
            return new Object();
        }
    }
}
