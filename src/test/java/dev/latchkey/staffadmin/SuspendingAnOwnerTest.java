package dev.latchkey.staffadmin;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Authenticator;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Otherwise a stranger who finds one owner's open session could suspend all other owners. */
@QuarkusTest
class SuspendingAnOwnerTest {

    private static final Map<String, String> PROOF = Map.of("password", Person.PASSWORD);
    private static final Map<String, String> WRONG = Map.of("password", "wrong horse battery staple");

    private final Practice clinic = Portal.clinic();
    private final Person owner = clinic.owner();
    private final Person other = clinic.staff("owner");

    @Test
    void asks_for_the_password_once_more() {
        assertRefused(owner.put(path(other)), 400, "invalid-request");
        assertRefused(suspend(other, Map.of()), 400, "invalid-request");
        assertRefused(suspend(other, WRONG), 422, "password-wrong");
        other.get(Api.MEMBERS).then().statusCode(200);

        suspend(other, PROOF).then().statusCode(200).body("status", equalTo("suspended"));

        assertRefused(other.get(Api.STAFF_ME), 401, "session-ended");
        suspend(other, PROOF).then().statusCode(200).body("status", equalTo("suspended"));
    }

    @Test
    void asks_who_has_a_second_factor_for_it_too() {
        var app = Authenticator.enrolledBy(owner);
        var trail = Trail.of(clinic);
        var before = trail.lines().size();

        assertRefused(suspend(other, PROOF), 400, "invalid-request");
        assertRefused(suspend(other, with(app.wrongCode())), 422, "second-factor-code-wrong");
        other.get(Api.STAFF_ME).then().statusCode(200);
        suspend(other, with(app.recoveryCodes().get(0))).then().statusCode(200);

        assertThat(trail.actsAfter(before))
                .containsExactly(
                        "staff second-factor-rejected second-factor-code-wrong",
                        "staff session-ended suspended",
                        "staff staff-suspended");
    }

    @Test
    void is_asked_of_the_member_as_they_are_now() {
        var member = clinic.staff("receptionist");
        owner.patch(Api.MEMBERS + "/" + member.id(), Map.of("role", "owner", "password", Person.PASSWORD))
                .then()
                .statusCode(200);

        assertRefused(owner.put(path(member)), 400, "invalid-request");

        member.get(Api.MEMBERS).then().statusCode(200);
    }

    @Test
    void leaves_every_other_member_to_be_suspended_at_once() {
        var member = clinic.staff("receptionist");

        assertRefused(suspend(member, WRONG), 422, "password-wrong");
        suspend(member, Map.of()).then().statusCode(200).body("status", equalTo("suspended"));
    }

    private static Map<String, String> with(String code) {
        return Map.of("password", Person.PASSWORD, "code", code);
    }

    private Response suspend(Person who, Map<String, String> proof) {
        return owner.put(path(who), proof);
    }

    private static String path(Person who) {
        return Api.MEMBERS + "/" + who.id() + "/suspension";
    }
}
