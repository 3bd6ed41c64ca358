package dev.latchkey.passwords;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.ratelimit.Limit;
import dev.latchkey.ratelimit.RateLimits;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** With the right password, each time of which costs a processor as much as a wrong one does. */
@QuarkusTest
class SigningInAgainAndAgainTest {

    @Inject
    RateLimits limits;

    @Test
    void is_counted_for_the_member_wherever_they_come_from() {
        var member = Portal.clinic().owner().email();

        assertRefused(signInUntilRefused("203.0.121.7", member), 429, "too-many-requests");
        assertRefused(Person.behind("203.0.122.7").signsInAsStaff(member, Person.PASSWORD), 429, "too-many-requests");
    }

    @Test
    void is_counted_for_the_address_and_all_who_share_it() {
        var one = Portal.clinic().owner().email();
        var another = Portal.clinic().owner().email();
        signInUntilRefused("203.0.123.7", one);

        assertRefused(signInUntilRefused("203.0.123.7", another), 429, "too-many-requests");

        Person.behind("203.0.124.7")
                .signsInAsStaff(another, Person.PASSWORD)
                .then()
                .statusCode(201);
    }

    /** Fifty-nine times before. */
    @Test
    void is_counted_for_the_member_who_is_in_and_shows_it_once_more() {
        var clinic = Portal.clinic();
        var member = clinic.owner();
        var hashes =
                new Limit(60, Duration.ofMinutes(15)).bucket(StaffLimit.PASSWORD_HASHES_PER_MEMBER.code(), member.id());
        limits.spend(Collections.nCopies(59, hashes));

        member.beginsEnrolment(Person.PASSWORD).then().statusCode(201);
        var refused = member.beginsEnrolment(Person.PASSWORD);

        assertRefused(refused, 429, "too-many-requests");
        assertThat(Trail.of(clinic).lineOf(refused)).hasToString("staff limited password-hashes-per-member");
        Person.behind("203.0.126.7")
                .signsInAsStaff(member.email(), Person.PASSWORD)
                .then()
                .statusCode(201);
    }

    /** Some come back while it lasts. */
    private static Response signInUntilRefused(String address, String email) {
        var answer = Person.behind(address).signsInAsStaff(email, Person.PASSWORD);
        for (var n = 0; n < 100 && answer.statusCode() == 201; n++) {
            answer = Person.behind(address).signsInAsStaff(email, Person.PASSWORD);
        }
        return answer;
    }
}
