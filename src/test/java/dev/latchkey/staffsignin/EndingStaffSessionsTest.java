package dev.latchkey.staffsignin;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.latchkey.support.Api;
import dev.latchkey.support.Authenticator;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EndingStaffSessionsTest {

    private final Practice clinic = Portal.clinic();
    private final Person owner = clinic.owner();
    private final Person member = clinic.staff("receptionist");

    @Test
    void shows_a_member_their_own() {
        var again = Person.signedInStaff(member.email());

        again.get(Api.STAFF_SESSIONS)
                .then()
                .statusCode(200)
                .body("items.current", equalTo(List.of(true, false)))
                .body("nextCursor", equalTo(null));
        var first = again.get(Api.STAFF_SESSIONS + "?limit=1");
        again.get(Api.STAFF_SESSIONS + "?limit=1&cursor=" + first.<String>path("nextCursor"))
                .then()
                .statusCode(200)
                .body("items.current", equalTo(List.of(false)));
    }

    @Test
    void shows_none_that_ended_by_itself() {
        Database.secondsPassForSessionsOf(member.id(), 31 * 60);
        var again = Person.signedInStaff(member.email());

        again.get(Api.STAFF_SESSIONS).then().statusCode(200).body("items.current", equalTo(List.of(true)));
    }

    @Test
    void ends_one_that_a_member_left_open() {
        var again = Person.signedInStaff(member.email());
        var left = again.get(Api.STAFF_SESSIONS).<String>path("items.find { !it.current }.id");

        again.endsStaffSession(left).then().statusCode(204);

        assertRefused(member.get(Api.STAFF_ME), 401, "session-ended");
        again.get(Api.STAFF_ME).then().statusCode(200);
        again.endsStaffSession(left).then().statusCode(204);
    }

    @Test
    void ends_their_own_twice_and_no_other_with_its_token() {
        var again = Person.signedInStaff(member.email());
        var sessions = again.get(Api.STAFF_SESSIONS);
        var own = Api.STAFF_SESSIONS + "/" + sessions.<String>path("items.find { it.current }.id");
        var other = Api.STAFF_SESSIONS + "/" + sessions.<String>path("items.find { !it.current }.id");

        for (var n = 0; n < 2; n++) {
            again.delete(own)
                    .then()
                    .statusCode(204)
                    .header("Set-Cookie", startsWith("__Host-latchkey-staff=;"))
                    .header("Clear-Site-Data", "\"cache\"");
        }

        assertRefused(again.delete(other), 401, "session-ended");
        assertRefused(again.get(Api.STAFF_SESSIONS), 401, "session-ended");
        member.get(Api.STAFF_ME).then().statusCode(200);
    }

    @Test
    void leaves_those_of_colleagues_alone() {
        var theirs = member.get(Api.STAFF_SESSIONS).<String>path("items[0].id");

        assertRefused(owner.endsStaffSession(theirs), 404, "session-not-found");

        member.get(Api.STAFF_ME).then().statusCode(200);
    }

    @Test
    void ends_all_of_a_member_for_the_owner() {
        var trail = Trail.of(clinic);
        var before = trail.lines().size();

        endAll(member).then().statusCode(204);
        endAll(member).then().statusCode(204);

        assertRefused(member.get(Api.STAFF_ME), 401, "session-ended");
        assertThat(trail.actsAfter(before)).containsExactly("staff session-ended ended-by-owner");
        assertThat(Mailbox.lettersTo(member.email(), 2))
                .hasSize(2)
                .first()
                .extracting(Mailbox.Letter::subject)
                .isEqualTo("You were signed out");
        Person.signedInStaff(member.email()).get(Api.STAFF_ME).then().statusCode(200);
        assertRefused(endAll(Portal.clinic().owner()), 404, "staff-member-not-found");
    }

    @Test
    void ends_what_a_member_has_half_done_to_come_in() {
        var app = Authenticator.enrolledBy(member);
        var halfIn = Person.stranger()
                .signsInAsStaff(member.email(), Person.PASSWORD)
                .<String>path("secondFactorToken");

        endAll(member).then().statusCode(204);

        var proof = Map.of("secondFactorToken", halfIn, "code", app.nextCode());
        assertRefused(Person.stranger().post(Api.STAFF_CODE, proof), 401, "second-factor-token-invalid");
    }

    @Test
    void takes_an_invitation_back() {
        var email = Portal.anAddress("riley");
        var id = clinic.invites(email, "receptionist").<String>path("id");
        var token = Mailbox.newestTo(email).fragment();
        var trail = Trail.of(clinic);
        var before = trail.lines().size();

        owner.delete(Api.MEMBERS + "/" + id + "/invitation").then().statusCode(204);

        assertRefused(Person.stranger().acceptsInvitation(token, Person.PASSWORD), 422, "invitation-unusable");
        assertRefused(owner.get(Api.MEMBERS + "/" + id), 404, "staff-member-not-found");
        assertRefused(owner.delete(Api.MEMBERS + "/" + id + "/invitation"), 404, "staff-member-not-found");
        assertThat(trail.actsAfter(before)).containsExactly("staff invitation-revoked");
        assertThat(Mailbox.lettersTo(email, 2).get(0).subject()).isEqualTo("Your invitation was withdrawn");
        clinic.invites(email, "accountant").then().statusCode(201);
    }

    @Test
    void takes_no_invitation_back_that_was_accepted() {
        assertRefused(owner.delete(Api.MEMBERS + "/" + member.id() + "/invitation"), 409, "invitation-accepted");

        member.get(Api.STAFF_ME).then().statusCode(200);
    }

    @Test
    void tells_a_member_by_letter_that_their_password_is_another() {
        var request = Map.of("currentPassword", Person.PASSWORD, "newPassword", "another horse battery staple");

        member.put(Api.PASSWORD, request).then().statusCode(204);

        assertThat(Mailbox.lettersTo(member.email(), 2).get(0).subject()).isEqualTo("Your password was changed");
    }

    private Response endAll(Person who) {
        return owner.delete(Api.MEMBERS + "/" + who.id() + "/sessions");
    }
}
