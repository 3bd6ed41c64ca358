package dev.latchkey.access;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Authenticator;
import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.RefreshCookie;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a session was opened with does not count: the database alone is changed here, and no session ended. */
@QuarkusTest
class LookingAtAMemberAsTheyAreNowTest {

    private final Practice clinic = Portal.clinic();
    private final Person member = clinic.staff("receptionist");

    @Test
    void refuses_who_was_suspended_at_the_next_request() {
        suspended();

        assertRefused(member.get(Api.STAFF_ME), 401, "session-ended");
        assertRefused(member.get(Api.CLIENTS), 401, "session-ended");
    }

    @Test
    void refreshes_no_session_of_who_was_suspended() {
        var cookie = RefreshCookie.of(Person.stranger().signsInAsStaff(member.email(), Person.PASSWORD));
        suspended();

        assertRefused(cookie.refreshes(), 401, "session-ended");
    }

    @Test
    void gives_the_rights_of_the_role_they_have_now() {
        var cookie = RefreshCookie.of(Person.stranger().signsInAsStaff(member.email(), Person.PASSWORD));
        update("role = 'ACCOUNTANT'");

        assertRefused(member.get(Api.CLIENTS), 403, "forbidden");
        cookie.refreshes().then().statusCode(200).body("staffMember.role", equalTo("accountant"));

        update("role = 'OWNER'");

        member.get(Api.MEMBERS).then().statusCode(200);
    }

    @Test
    void asks_who_has_become_an_owner_for_the_factor_that_owners_need() {
        var cookie = RefreshCookie.of(Person.stranger().signsInAsStaff(member.email(), Person.PASSWORD));
        Authenticator.enrolledBy(clinic.owner());
        Database.execute("update clinic set second_factor_for = 'OWNERS' where slug = ?", clinic.slug());
        member.get(Api.CLIENTS).then().statusCode(200);

        update("role = 'OWNER'");

        assertRefused(member.get(Api.CLIENTS), 403, "second-factor-enrolment-required");
        cookie.refreshes().then().statusCode(200).body("mustEnrolSecondFactor", equalTo(true));
    }

    @Test
    void tells_who_was_suspended_only_when_they_show_their_password() {
        suspended();
        var guess = Map.of("email", member.email(), "password", "wrong horse battery staple");

        assertRefused(Person.stranger().post(Api.STAFF_SESSIONS, guess), 401, "credentials-wrong");
        assertRefused(Person.stranger().signsInAsStaff(member.email(), Person.PASSWORD), 403, "member-suspended");
    }

    private void suspended() {
        update("suspended_at = now()");
    }

    private void update(String change) {
        Database.execute("update staff_member set " + change + " where id = ?", UUID.fromString(member.id()));
    }
}
