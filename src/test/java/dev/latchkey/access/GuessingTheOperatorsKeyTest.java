package dev.latchkey.access;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Together;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GuessingTheOperatorsKeyTest {

    private static final String CLINICS = Api.CLINICS;

    @Test
    void is_over_for_a_network_after_twenty_tries_but_not_for_the_operator() {
        for (var n = 0; n < 20; n++) {
            assertRefused(guess("198.51.100." + n), 401, "token-invalid");
        }

        var refused = guess("198.51.100.77");

        assertRefused(refused, 429, "too-many-requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 45);
        assertThat(Trail.ofTheInstallation().actsIn(refused.header("X-Request-Id")))
                .containsExactly("visitor limited operator-failures");
        assertRefused(guess("198.51.101.1"), 401, "token-invalid");
        call("198.51.100.77", Portal.operator().token(), CLINICS).then().statusCode(200);
    }

    @Test
    void is_counted_exactly_however_many_try_at_once() throws Exception {
        Callable<Response> guess = () -> guess("198.51.102.1");

        var answers = Together.all(Collections.nCopies(30, guess));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 401).hasSize(10);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 429).hasSize(20);
    }

    @Test
    void is_not_counted_for_callers_with_the_key_or_a_session() {
        var owner = Portal.clinic().owner();
        var gone = Portal.clinic().owner();
        gone.signsOutOfStaff().then().statusCode(204);
        for (var n = 0; n < 21; n++) {
            call("198.51.103.1", Portal.operator().token(), CLINICS).then().statusCode(200);
            assertRefused(call("198.51.103.1", owner.token(), CLINICS), 403, "forbidden");
            assertRefused(call("198.51.103.1", gone.token(), CLINICS), 401, "session-ended");
        }

        assertRefused(guess("198.51.103.1"), 401, "token-invalid");
    }

    /** Otherwise an attacker would guess there, where guesses are not counted. */
    @Test
    void is_of_no_use_where_the_key_opens_nothing() {
        assertRefused(Portal.operator().get(Api.STAFF_ME), 401, "token-invalid");
        assertRefused(Portal.operator().get(Api.ME), 401, "token-invalid");
        assertRefused(Portal.operator().get(Api.OPERATOR + ";x=1/clinics"), 401, "token-invalid");
        assertRefused(Portal.operator().post(Api.PROFILE_CHOICE, "{\"ref\":\"a\"}"), 401, "choice-token-invalid");
    }

    private static Response guess(String ip) {
        return call(ip, "a guess", CLINICS);
    }

    private static Response call(String ip, String token, String path) {
        return Person.behind(ip).sends("GET", path, null, Map.of("Authorization", "Bearer " + token));
    }
}
