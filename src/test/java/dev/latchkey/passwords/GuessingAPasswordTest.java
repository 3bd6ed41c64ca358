package dev.latchkey.passwords;

import static dev.latchkey.support.Refusals.assertRefused;
import static dev.latchkey.support.Refusals.assertRetriedAfter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GuessingAPasswordTest {

    private static final String WRONG = "wrong horse battery staple";

    private final Practice clinic = Portal.clinic();
    private final String email = clinic.owner().email();

    @Test
    void is_over_after_ten_tries_be_the_eleventh_right() {
        var began = System.nanoTime();
        for (var n = 0; n < 10; n++) {
            assertRefused(signIn("203.0.113.1", email, WRONG), 401, "credentials-wrong");
        }

        var refused = signIn("203.0.113.1", email, Person.PASSWORD);

        assertRefused(refused, 429, "too-many-requests");
        assertRetriedAfter(refused, 90, began);
    }

    @Test
    void locks_out_the_guesser_alone() {
        for (var n = 0; n < 11; n++) {
            signIn("203.0.113.2", email, WRONG);
        }

        signIn("203.0.113.3", email, Person.PASSWORD).then().statusCode(201);
        signIn("203.0.113.2", clinic.staff("receptionist").email(), Person.PASSWORD)
                .then()
                .statusCode(201);
    }

    @Test
    void sounds_the_same_for_an_unknown_address() {
        var unknown = Portal.anAddress("stranger");
        for (var n = 0; n < 10; n++) {
            assertRefused(signIn("203.0.113.4", unknown, WRONG), 401, "credentials-wrong");
        }

        assertRefused(signIn("203.0.113.4", unknown, WRONG), 429, "too-many-requests");
    }

    @Test
    void is_counted_exactly_however_many_try_at_once() throws Exception {
        Callable<Response> guess = () -> signIn("203.0.113.5", email, WRONG);

        var answers = Together.all(Collections.nCopies(30, guess));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 401).hasSize(10);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 429).hasSize(20);
    }

    @Test
    void at_many_addresses_is_over_after_fifty_tries() {
        for (var n = 0; n < 50; n++) {
            assertThat(signIn("203.0.113.6", Portal.anAddress("stranger"), WRONG)
                            .statusCode())
                    .as("guess " + n)
                    .isEqualTo(401);
        }

        assertRefused(signIn("203.0.113.6", email, Person.PASSWORD), 429, "too-many-requests");
    }

    @Test
    void costs_a_member_who_then_remembers_it_nothing() {
        for (var n = 0; n < 9; n++) {
            signIn("203.0.113.7", email, WRONG);
        }

        signIn("203.0.113.7", email, Person.PASSWORD).then().statusCode(201);

        assertRefused(signIn("203.0.113.7", email, WRONG), 401, "credentials-wrong");
        assertRefused(signIn("203.0.113.7", email, WRONG), 429, "too-many-requests");
    }

    @Test
    void is_not_counted_if_it_was_never_judged() throws Exception {
        Database.makesThePasswordDear(email);
        var ours = Collections.<Callable<Response>>nCopies(10, () -> signIn("203.0.113.8", email, WRONG));
        var others = Collections.<Callable<Response>>nCopies(
                12 * Runtime.getRuntime().availableProcessors(),
                () -> Person.stranger().post(Api.STAFF_SESSIONS, Map.of("email", email, "password", WRONG)));

        var putOff = Together.all(Stream.concat(ours.stream(), others.stream()).toList()).stream()
                .limit(ours.size())
                .filter(answer -> answer.statusCode() == 503)
                .count();

        assertThat(putOff).isPositive();
        Database.makesThePasswordCheap(email);
        for (var n = 0; n < putOff; n++) {
            assertRefused(signIn("203.0.113.8", email, WRONG), 401, "credentials-wrong");
        }
        assertRefused(signIn("203.0.113.8", email, WRONG), 429, "too-many-requests");
    }

    private static Response signIn(String ip, String email, String password) {
        return Person.behind(ip).post(Api.STAFF_SESSIONS, Map.of("email", email, "password", password));
    }
}
