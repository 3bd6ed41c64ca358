package dev.latchkey.staff;

import static dev.latchkey.support.Refusals.assertRefused;

import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With the right password, each time of which costs a processor as much as a wrong one does. */
@QuarkusTest
class SigningInAgainAndAgainTest {

    @Test
    void is_counted_for_the_member_wherever_they_come_from() {
        var member = Portal.clinic().owner().email();

        assertRefused(signInUntilRefused("203.0.121.7", member), 429, "too-many-requests");
        assertRefused(signIn("203.0.122.7", member), 429, "too-many-requests");
    }

    @Test
    void is_counted_for_the_address_whoever_comes_from_there() {
        var one = Portal.clinic().owner().email();
        var another = Portal.clinic().owner().email();
        signInUntilRefused("203.0.123.7", one);

        assertRefused(signInUntilRefused("203.0.123.7", another), 429, "too-many-requests");

        signIn("203.0.124.7", another).then().statusCode(201);
    }

    /** Some come back while it lasts. */
    private static Response signInUntilRefused(String address, String email) {
        var answer = signIn(address, email);
        for (var n = 0; n < 100 && answer.statusCode() == 201; n++) {
            answer = signIn(address, email);
        }
        return answer;
    }

    private static Response signIn(String address, String email) {
        return Person.behind(address).post("/v1/staff/sessions", Map.of("email", email, "password", Person.PASSWORD));
    }
}
