package dev.latchkey.sessions;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.RefreshCookie;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RefreshingASessionTest {

    private final Person mia = Portal.clinic().client("Mia");
    private final RefreshCookie first = RefreshCookie.of(entered());

    private Response entered() {
        mia.asksForALoginLink();
        return mia.follows(Mailbox.newestTo(mia.email()).fragment());
    }

    @Test
    void gives_a_new_access_token_and_the_next_cookie() {
        var answer = first.refreshes();

        answer.then()
                .statusCode(200)
                .body("status", equalTo("signed-in"))
                .body("profile.id", equalTo(mia.id()))
                .body("accessToken", notNullValue())
                .body("refreshToken", nullValue());
        assertThat(answer.header("Set-Cookie"))
                .startsWith("__Host-latchkey-client=")
                .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=")
                .doesNotContain("Domain");
        Person.withToken(answer.path("accessToken")).get(Api.ME).then().statusCode(200);
        mia.get(Api.ME).then().statusCode(200);
        assertThat(RefreshCookie.of(answer)).isNotEqualTo(first);
    }

    @Test
    void may_be_done_in_the_body_as_well_and_is_answered_there() {
        var answer = first.refreshesInTheBody();

        answer.then().statusCode(200).body("refreshToken", notNullValue()).header("Set-Cookie", nullValue());
    }

    @Test
    void by_twenty_tabs_at_once_gives_all_the_same_successor() throws Exception {
        Callable<RefreshCookie> tab = () -> RefreshCookie.of(first.refreshes());

        var successors = Together.all(IntStream.range(0, 20).mapToObj(n -> tab).toList());

        assertThat(successors).doesNotContain(first);
        assertThat(successors.stream().distinct()).hasSize(1);
        successors.get(0).refreshes().then().statusCode(200);
    }

    @Test
    void may_be_repeated_within_10_seconds_when_the_answer_was_lost() {
        var second = RefreshCookie.of(first.refreshes());
        Database.secondsPassForSessionsOf(mia.id(), 9);

        assertThat(RefreshCookie.of(first.refreshes())).isEqualTo(second);
    }

    /** Of two nodes, one may be a little behind. */
    @Test
    void works_before_the_session_was_opened() {
        Database.secondsPassForSessionsOf(mia.id(), -2);

        RefreshCookie.of(first.refreshes()).refreshes().then().statusCode(200);
    }

    @Test
    void with_a_token_used_before_ends_the_session_for_everybody() {
        var second = RefreshCookie.of(first.refreshes());
        Database.secondsPassForSessionsOf(mia.id(), 11);

        assertRefused(first.refreshes(), 401, "refresh-reused");

        assertRefused(second.refreshes(), 401, "session-ended");
        assertRefused(mia.get(Api.ME), 401, "session-ended");
    }

    @Test
    void with_the_token_before_the_last_ends_it_at_once() {
        var second = RefreshCookie.of(first.refreshes());
        second.refreshes().then().statusCode(200);

        assertRefused(first.refreshes(), 401, "refresh-reused");
    }

    @Test
    void with_a_forged_token_harms_no_session() {
        assertRefused(first.forged().refreshes(), 401, "refresh-token-invalid");
        assertRefused(new RefreshCookie("client", "A".repeat(70)).refreshes(), 401, "refresh-token-invalid");
        assertRefused(new RefreshCookie("client", "no token").refreshesInTheBody(), 401, "refresh-token-invalid");
        assertRefused(Person.stranger().request().noContentType().post(Api.REFRESHING), 401, "refresh-token-invalid");

        first.refreshes().then().statusCode(200);
    }

    @Test
    void is_possible_for_29_idle_minutes_and_not_for_31() {
        Database.secondsPassForSessionsOf(mia.id(), 29 * 60);
        var second = RefreshCookie.of(first.refreshes());
        Database.secondsPassForSessionsOf(mia.id(), 31 * 60);

        assertRefused(second.refreshes(), 401, "session-idle");
    }

    @Test
    void never_moves_the_end_of_12_hours() {
        var last = first;
        for (var half = 0; half < 24; half++) {
            Database.secondsPassForSessionsOf(mia.id(), 29 * 60);
            last = RefreshCookie.of(last.refreshes());
        }
        Database.secondsPassForSessionsOf(mia.id(), 24 * 60 + 1);

        assertRefused(last.refreshes(), 401, "session-ended");
    }

    @Test
    void ends_with_signing_out_which_takes_the_cookie_back() {
        var signedOut = mia.signsOut();

        signedOut.then().statusCode(204);
        assertThat(signedOut.header("Set-Cookie"))
                .startsWith("__Host-latchkey-client=;")
                .contains("Max-Age=0");
        assertThat(signedOut.header("Clear-Site-Data")).isEqualTo("\"cache\"");
        assertRefused(first.refreshes(), 401, "session-ended");
    }

    @Test
    void is_for_the_pages_of_the_portal_alone() {
        assertRefused(first.refreshesFrom("https://evil.example"), 403, "origin-not-allowed");
        assertRefused(first.refreshesFromNowhere(), 403, "origin-not-allowed");

        first.refreshes().then().statusCode(200);
    }

    @Test
    void of_a_client_is_no_refreshing_of_a_staff_session() {
        assertRefused(first.asStaff().refreshes(), 401, "refresh-token-invalid");
    }
}
