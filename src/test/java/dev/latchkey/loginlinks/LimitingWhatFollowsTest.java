package dev.latchkey.loginlinks;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.RefreshCookie;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** With the limits that an installation has. */
@QuarkusTest
@TestProfile(AsInstalled.class)
class LimitingWhatFollowsTest {

    private static final long TWO_SECONDS = 2_000_000_000;

    private final Practice clinic = Portal.clinic();

    @Test
    void refuses_staff_a_sixth_letter_to_a_client_within_the_hour() {
        var mia = clinic.client("Mia");
        for (var n = 0; n < 5; n++) {
            clinic.owner().sendsLoginLinkTo(mia, mia.email()).then().statusCode(202);
        }

        assertRefused(clinic.owner().sendsLoginLinkTo(mia, mia.email()), 429, "too-many-requests");
        var noah = clinic.client("Noah");
        clinic.owner().sendsLoginLinkTo(noah, noah.email()).then().statusCode(202);
    }

    @Test
    void refuses_to_listen_after_twenty_guesses() {
        for (var n = 0; n < 20; n++) {
            assertRefused(guess("203.0.116.7"), 401, "login-link-unknown");
        }

        assertRefused(guess("203.0.116.7"), 429, "too-many-requests");
        assertRefused(guess("203.0.116.8"), 401, "login-link-unknown");
    }

    @Test
    void forgives_a_caller_who_guessed_right() {
        var mia = clinic.client("Mia");
        mia.asksForALoginLink();
        var link = Mailbox.newestTo(mia.email()).fragment();
        for (var n = 0; n < 19; n++) {
            guess("203.0.117.7");
        }

        from("203.0.117.7", Api.SESSIONS, Map.of("token", link)).then().statusCode(201);

        assertRefused(guess("203.0.117.7"), 401, "login-link-unknown");
        assertRefused(guess("203.0.117.7"), 429, "too-many-requests");
    }

    @Test
    void lets_a_right_link_in_however_many_were_guessed_from_its_address() {
        var mia = clinic.client("Mia");
        mia.asksForALoginLink();
        var link = Mailbox.newestTo(mia.email()).fragment();
        for (var n = 0; n < 20; n++) {
            assertRefused(guess("203.0.119.7"), 401, "login-link-unknown");
        }
        assertRefused(guess("203.0.119.7"), 429, "too-many-requests");

        from("203.0.119.7", Api.SESSIONS, Map.of("token", link)).then().statusCode(201);

        assertRefused(from("203.0.119.7", Api.SESSIONS, Map.of("token", link)), 429, "too-many-requests");
    }

    @Test
    void puts_twenty_guesses_on_record_and_then_once_that_there_are_more() {
        for (var n = 0; n < 20; n++) {
            assertThat(onRecord(guess("203.0.120.7"))).containsExactly("visitor login-link-rejected");
        }

        assertThat(onRecord(guess("203.0.120.7"))).containsExactly("visitor limited");
        assertThat(onRecord(guess("203.0.120.7"))).isEmpty();
    }

    @Test
    void counts_guesses_that_come_at_once() throws Exception {
        Callable<Response> guess = () -> guess("203.0.121.7");

        var answers = Together.all(Collections.nCopies(40, guess));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 401).hasSize(20);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 429).hasSize(20);
    }

    @Test
    void lets_a_right_choice_in_however_many_were_guessed_from_its_address() {
        var mia = clinic.client("Mia");
        clinic.client("Noah", mia.email());
        mia.asksForALoginLink();
        var offer = mia.followsTheLinkInTheirMail();
        var token = offer.<String>path("choiceToken");
        for (var n = 0; n < 20; n++) {
            guess("203.0.122.7");
        }

        assertRefused(chooses(token, "none-of-them"), 429, "too-many-requests");
        chooses(token, offer.path("profiles[0].ref")).then().statusCode(201);
    }

    private static Response chooses(String choiceToken, String ref) {
        return Person.behind("203.0.122.7")
                .sends(
                        "POST",
                        Api.PROFILE_CHOICE,
                        Map.of("ref", ref),
                        Map.of("Authorization", "Bearer " + choiceToken));
    }

    private static List<String> onRecord(Response answer) {
        return Database.actsIn(answer.header("X-Request-Id"));
    }

    @Test
    void counts_no_request_that_guessed_nothing() {
        var both = Map.of("token", "A".repeat(43), "requestId", "A".repeat(22), "code", "000000");
        for (var n = 0; n < 20; n++) {
            assertRefused(from("203.0.118.7", Api.SESSIONS, both), 400, "invalid-request");
        }

        assertRefused(guess("203.0.118.7"), 401, "login-link-unknown");
    }

    @Test
    void refuses_the_thirty_first_refresh_of_a_session_which_lives_on() {
        var mia = clinic.client("Mia");
        mia.asksForALoginLink();
        var cookie = RefreshCookie.of(mia.followsTheLinkInTheirMail());
        var began = System.nanoTime();
        for (var n = 0; n < 30; n++) {
            cookie = RefreshCookie.of(cookie.refreshes());
        }

        var answer = cookie.refreshes();
        var room = (System.nanoTime() - began) / TWO_SECONDS; // for one more in every two seconds
        for (var n = 0; n < room && answer.statusCode() == 200; n++) {
            answer = RefreshCookie.of(answer).refreshes();
        }

        assertRefused(answer, 429, "too-many-requests");
        assertThat(onRecord(answer)).containsExactly("client limited");
        mia.get(Api.ME).then().statusCode(200);
    }

    @Test
    void refuses_the_thirty_first_switch_of_a_session_which_lives_on() {
        var mia = clinic.client("Mia").signsIn();
        var began = System.nanoTime();
        for (var n = 0; n < 30; n++) {
            mia.switchesTo(mia.id()).then().statusCode(200);
        }

        var answer = mia.switchesTo(mia.id());
        var room = (System.nanoTime() - began) / TWO_SECONDS;
        for (var n = 0; n < room && answer.statusCode() == 200; n++) {
            answer = mia.switchesTo(mia.id());
        }

        assertRefused(answer, 429, "too-many-requests");
        mia.get(Api.ME).then().statusCode(200);
    }

    @Test
    void does_not_hold_back_the_clinic_for_what_a_stranger_asked() {
        var mia = clinic.client("Mia");
        mia.asksForALoginLink().then().statusCode(202);
        Mailbox.newestTo(mia.email());

        clinic.owner().sendsLoginLinkTo(mia, mia.email()).then().statusCode(202);

        Mailbox.lettersTo(mia.email(), 2);
    }

    private static Response guess(String forwardedFor) {
        return from(forwardedFor, Api.SESSIONS, Map.of("token", "A".repeat(43)));
    }

    private static Response from(String forwardedFor, String path, Object body) {
        return Person.behind(forwardedFor).post(path, body);
    }
}
