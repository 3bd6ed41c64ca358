package dev.latchkey.passwords;

import static dev.latchkey.support.Refusals.assertRefused;
import static dev.latchkey.support.Refusals.assertRetriedAfter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
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
            assertRefused(Person.behind("203.0.113.1").signsInAsStaff(email, WRONG), 401, "credentials-wrong");
        }

        var refused = Person.behind("203.0.113.1").signsInAsStaff(email, Person.PASSWORD);

        assertRefused(refused, 429, "too-many-requests");
        assertRetriedAfter(refused, 90, began);
    }

    @Test
    void locks_out_the_guesser_alone() {
        for (var n = 0; n < 11; n++) {
            Person.behind("203.0.113.2").signsInAsStaff(email, WRONG);
        }

        Person.behind("203.0.113.3")
                .signsInAsStaff(email, Person.PASSWORD)
                .then()
                .statusCode(201);
        Person.behind("203.0.113.2")
                .signsInAsStaff(clinic.staff("receptionist").email(), Person.PASSWORD)
                .then()
                .statusCode(201);
    }

    @Test
    void sounds_the_same_for_an_unknown_address() {
        var unknown = Portal.anAddress("stranger");
        for (var n = 0; n < 10; n++) {
            assertRefused(Person.behind("203.0.113.4").signsInAsStaff(unknown, WRONG), 401, "credentials-wrong");
        }

        assertRefused(Person.behind("203.0.113.4").signsInAsStaff(unknown, WRONG), 429, "too-many-requests");
    }

    @Test
    void is_counted_exactly_however_many_try_at_once() throws Exception {
        Callable<Response> guess = () -> Person.behind("203.0.113.5").signsInAsStaff(email, WRONG);

        var answers = Together.all(Collections.nCopies(30, guess));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 401).hasSize(10);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 429).hasSize(20);
    }

    @Test
    void at_many_addresses_is_over_after_fifty_tries() {
        for (var n = 0; n < 50; n++) {
            assertThat(Person.behind("203.0.113.6")
                            .signsInAsStaff(Portal.anAddress("stranger"), WRONG)
                            .statusCode())
                    .as("guess " + n)
                    .isEqualTo(401);
        }

        assertRefused(Person.behind("203.0.113.6").signsInAsStaff(email, Person.PASSWORD), 429, "too-many-requests");
    }

    @Test
    void costs_a_member_who_then_remembers_it_nothing() {
        for (var n = 0; n < 9; n++) {
            Person.behind("203.0.113.7").signsInAsStaff(email, WRONG);
        }

        Person.behind("203.0.113.7")
                .signsInAsStaff(email, Person.PASSWORD)
                .then()
                .statusCode(201);

        assertRefused(Person.behind("203.0.113.7").signsInAsStaff(email, WRONG), 401, "credentials-wrong");
        assertRefused(Person.behind("203.0.113.7").signsInAsStaff(email, WRONG), 429, "too-many-requests");
    }

    @Test
    void is_not_counted_if_it_was_never_judged() throws Exception {
        Database.makesThePasswordDear(email);
        var ours = Collections.<Callable<Response>>nCopies(
                10, () -> Person.behind("203.0.113.8").signsInAsStaff(email, WRONG));
        var others = Collections.<Callable<Response>>nCopies(
                12 * Runtime.getRuntime().availableProcessors(),
                () -> Person.stranger().signsInAsStaff(email, WRONG));

        var putOff = Together.all(Stream.concat(ours.stream(), others.stream()).toList()).stream()
                .limit(ours.size())
                .filter(answer -> answer.statusCode() == 503)
                .count();

        assertThat(putOff).isPositive();
        Database.makesThePasswordCheap(email);
        for (var n = 0; n < putOff; n++) {
            assertRefused(Person.behind("203.0.113.8").signsInAsStaff(email, WRONG), 401, "credentials-wrong");
        }
        assertRefused(Person.behind("203.0.113.8").signsInAsStaff(email, WRONG), 429, "too-many-requests");
    }
}
