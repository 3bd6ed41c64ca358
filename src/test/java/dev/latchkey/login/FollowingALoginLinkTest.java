package dev.latchkey.login;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FollowingALoginLinkTest {

    @Test
    void opens_a_session_for_the_person_it_was_mailed_to() {
        var clinic = Portal.clinic();
        var mia = clinic.client("Mia");

        mia.asksForALoginLink();
        var answer = mia.followsTheLinkInTheirMail();

        answer.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .header("ETag", nullValue())
                .body("status", equalTo("signed-in"))
                .body("tokenType", equalTo("Bearer"))
                .body("expiresIn", equalTo(600))
                .body("profile.id", equalTo(mia.id()))
                .body("profile.displayName", equalTo("Mia Larsen"))
                .body("clinic.slug", equalTo(clinic.slug()))
                .body("clinic.timeZone", equalTo("Australia/Sydney"));
        mia.get(Api.ME).then().statusCode(200).body("id", equalTo(mia.id())).body("email", equalTo(mia.email()));
    }

    @Test
    void works_only_once() {
        var mia = Portal.clinic().client("Mia").signsIn();

        assertRefused(mia.followsTheLinkInTheirMail(), 401, "login-link-used");
    }

    @Test
    void of_64_clicks_at_once_opens_exactly_one_session() throws Exception {
        var mia = Portal.clinic().client("Mia");
        mia.asksForALoginLink();
        var link = Mailbox.newestTo(mia.email()).fragment();

        var answers = Together.all(IntStream.range(0, 64)
                .<Callable<Response>>mapToObj(click -> () -> Person.stranger().follows(link))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 201)
                .allSatisfy(answer -> assertRefused(answer, 401, "login-link-used"));
        assertThat(Database.count("select count(*) from session where client_id = ?", UUID.fromString(mia.id())))
                .isEqualTo(1);
    }

    @Test
    void is_refused_when_a_newer_link_was_sent() {
        var mia = Portal.clinic().client("Mia");
        mia.asksForALoginLink();
        var older = Mailbox.newestTo(mia.email()).fragment();
        mia.asksForALoginLink();
        var newer = Mailbox.lettersTo(mia.email(), 2).get(0).fragment();

        assertRefused(mia.follows(older), 401, "login-link-superseded");
        mia.follows(newer).then().statusCode(201);
    }

    @Test
    void is_refused_after_15_minutes() {
        var mia = Portal.clinic().client("Mia");
        mia.asksForALoginLink();
        var link = Mailbox.newestTo(mia.email()).fragment();
        Database.minutesPassForLinksTo(mia.email(), 15);

        assertRefused(mia.follows(link), 401, "login-link-expired");
    }

    @Test
    void is_still_possible_in_the_fifteenth_minute() {
        var mia = Portal.clinic().client("Mia");
        mia.asksForALoginLink();
        var link = Mailbox.newestTo(mia.email()).fragment();
        Database.minutesPassForLinksTo(mia.email(), 14);

        mia.follows(link).then().statusCode(201);
    }

    @Test
    void tells_a_guesser_nothing() {
        assertRefused(Person.stranger().follows("A".repeat(43)), 401, "login-link-unknown");
        assertRefused(Person.stranger().follows("not a token"), 401, "login-link-unknown");
    }

    @Test
    void is_refused_when_the_client_was_archived_meanwhile() {
        var clinic = Portal.clinic();
        var mia = clinic.client("Mia");
        mia.asksForALoginLink();
        var link = Mailbox.newestTo(mia.email()).fragment();
        clinic.owner().archives(mia).then().statusCode(200);

        assertRefused(mia.follows(link), 401, "login-link-revoked");
    }

    @Test
    void is_refused_when_the_address_was_changed_meanwhile() {
        var clinic = Portal.clinic();
        var mia = clinic.client("Mia");
        mia.asksForALoginLink();
        var link = Mailbox.newestTo(mia.email()).fragment();
        clinic.owner().changesEmailOf(mia, Portal.anAddress("new")).then().statusCode(200);

        assertRefused(mia.follows(link), 401, "login-link-revoked");
    }

    @Test
    void is_not_done_by_a_scanner_that_only_looks() {
        var mia = Portal.clinic().client("Mia");
        mia.asksForALoginLink();
        var link = Mailbox.newestTo(mia.email()).fragment();

        assertRefused(Person.stranger().get(Api.SESSIONS + "?token=" + link), 401, "unauthenticated");
        Person.stranger().request().head(Api.SESSIONS + "?token=" + link).then().statusCode(401);
        mia.follows(link).then().statusCode(201);
    }

    @Test
    void brings_a_letter_with_all_one_needs_to_know() {
        var clinic = Portal.clinic();
        var mia = clinic.client("Mia");
        mia.asksForALoginLink();
        var letter = Mailbox.newestTo(mia.email());

        assertThat(letter.subject()).contains("Harbour Physio");
        assertThat(letter.text()).contains("/" + clinic.slug() + "/login#").containsIgnoringCase("once");
        assertThat(letter.html()).contains("/" + clinic.slug() + "/login#").contains("Log in");
        assertThat(List.of(letter.text(), letter.html())).allSatisfy(part -> assertThat(part)
                .contains("A newer link replaces it.")
                .contains("If you did not ask for this, ignore it."));
        assertThat(letter.text()).doesNotContain("Mia").doesNotContain("Larsen");
    }

    @Test
    void leaves_no_trace_of_the_secret_in_the_database() {
        var mia = Portal.clinic().client("Mia");
        mia.asksForALoginLink();
        var link = Mailbox.newestTo(mia.email()).fragment();

        assertThat(Database.holds("login_link", mia.email())).isTrue();
        for (var table : List.of("login_link", "login_request", "letter")) {
            assertThat(Database.count("select count(*) from " + table)).isPositive();
            assertThat(Database.holds(table, link)).isFalse();
        }
    }
}
