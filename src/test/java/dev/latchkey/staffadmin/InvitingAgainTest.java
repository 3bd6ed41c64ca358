package dev.latchkey.staffadmin;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The first letter was lost, or lay for too long. */
@QuarkusTest
class InvitingAgainTest {

    private final Practice clinic = Portal.clinic();
    private final String email = Portal.anAddress("sam");

    @Test
    void sends_a_new_letter_and_makes_the_first_one_void() {
        var first = invite(clinic, "receptionist").then().statusCode(201).extract();
        var lost = Mailbox.newestTo(email).fragment();

        assertRefused(invite(clinic, "accountant"), 409, "staff-member-invited-otherwise");
        invite(clinic, "receptionist")
                .then()
                .statusCode(201)
                .body("id", equalTo(first.path("id")))
                .body("role", equalTo("receptionist"));

        var found = Mailbox.lettersTo(email, 2).get(0).fragment();
        assertRefused(
                Person.stranger().acceptsInvitation(lost, "correct horse battery staple"), 422, "invitation-unusable");
        Person.stranger()
                .acceptsInvitation(found, "correct horse battery staple")
                .then()
                .statusCode(200)
                .body("role", equalTo("receptionist"));
    }

    @Test
    void is_refused_once_they_have_a_password() {
        invite(clinic, "receptionist");
        Person.stranger()
                .acceptsInvitation(Mailbox.newestTo(email).fragment(), "correct horse battery staple")
                .then()
                .statusCode(200);

        assertRefused(invite(clinic, "owner"), 409, "staff-email-taken");
    }

    @Test
    void while_they_accept_leaves_one_of_the_two() throws Exception {
        invite(clinic, "receptionist");
        var token = Mailbox.newestTo(email).fragment();
        Callable<Response> again = () -> invite(clinic, "receptionist");
        Callable<Response> accept = () -> Person.stranger().acceptsInvitation(token, "correct horse battery staple");

        var answers = Together.all(
                IntStream.range(0, 8).mapToObj(n -> n % 2 == 0 ? again : accept).toList());

        assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 201, 409, 422);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void a_member_of_another_clinic_learns_it_by_letter_alone() {
        var elsewhere = Portal.clinic().owner().email();
        var before = Mailbox.lettersTo(elsewhere).size();

        invite(clinic, elsewhere, "receptionist").then().statusCode(201).body("status", equalTo("invited"));

        assertRefused(
                Person.stranger()
                        .acceptsInvitation(
                                Mailbox.lettersTo(elsewhere, before + 1).get(0).fragment(),
                                "correct horse battery staple"),
                409,
                "staff-email-taken");
    }

    @Test
    void keeps_no_one_from_being_invited_elsewhere() {
        invite(clinic, "receptionist").then().statusCode(201);
        var other = Portal.clinic();

        invite(other, "practitioner").then().statusCode(201);

        Person.stranger()
                .acceptsInvitation(Mailbox.lettersTo(email, 2).get(0).fragment(), "correct horse battery staple")
                .then()
                .statusCode(200)
                .body("clinic.slug", equalTo(other.slug()));
        assertRefused(
                Person.stranger()
                        .acceptsInvitation(
                                Mailbox.lettersTo(email, 2).get(1).fragment(), "correct horse battery staple"),
                409,
                "staff-email-taken");
    }

    @Test
    void an_owner_is_the_operators_to_do() {
        var id = Portal.operator()
                .get(Api.CLINICS + "?limit=100")
                .<String>path("items.find { it.slug == '" + clinic.slug() + "' }.id");
        var body = Map.of("displayName", "Robin Owner", "email", email);

        inviteOwner(Portal.operator(), id, body).then().statusCode(201).body("role", equalTo("owner"));
        inviteOwner(Portal.operator(), id, body).then().statusCode(201).body("status", equalTo("invited"));

        Person.stranger()
                .acceptsInvitation(Mailbox.lettersTo(email, 2).get(0).fragment(), "correct horse battery staple")
                .then()
                .statusCode(200);
        assertRefused(inviteOwner(Portal.operator(), id, body), 409, "staff-email-taken");
        assertRefused(
                inviteOwner(Portal.operator(), "01997d2e-7c1f-7a52-9d0b-3f6f0a4c1e11", body), 404, "clinic-not-found");
        assertRefused(inviteOwner(clinic.owner(), id, body), 403, "forbidden");
    }

    @Test
    void as_an_owner_is_told_to_the_owners_there_are_and_put_on_record() {
        var there = clinic.owner();
        var letters = Mailbox.lettersTo(there.email()).size();
        invite(clinic, "receptionist").then().statusCode(201);

        invite(clinic, "owner").then().statusCode(201).body("role", equalTo("owner"));

        assertThat(Mailbox.lettersTo(there.email(), letters + 1).get(0).subject())
                .isEqualTo("Another owner was invited");
        assertThat(Trail.of(clinic).actsAfter(0))
                .endsWith(
                        "staff staff-invited receptionist",
                        "staff staff-invited owner",
                        "staff ownership-changed owner");
    }

    private static Response inviteOwner(Person caller, String clinicId, Map<String, String> body) {
        return caller.post(Api.CLINICS + "/" + clinicId + "/owners", body);
    }

    private Response invite(Practice by, String role) {
        return invite(by, email, role);
    }

    private static Response invite(Practice by, String email, String role) {
        return by.owner()
                .post(
                        Api.MEMBERS,
                        Map.of("displayName", "Sam Staff", "email", email, "role", role, "password", Person.PASSWORD));
    }
}
