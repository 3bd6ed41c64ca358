package dev.latchkey.staffadmin;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Authenticator;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.RefreshCookie;
import dev.latchkey.support.Together;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A member is suspended, and perhaps restored. */
@QuarkusTest
class LeavingAClinicTest {

    private static final Map<String, String> PROOF = Map.of("password", Person.PASSWORD);

    private final Practice clinic = Portal.clinic();
    private final Person owner = clinic.owner();
    private final Person member = clinic.staff("receptionist");

    @Test
    void puts_them_out_at_once() {
        var cookie = RefreshCookie.of(signIn(member));

        suspend(member).then().statusCode(200).body("status", equalTo("suspended"));

        assertRefused(member.get(Api.STAFF_ME), 401, "session-ended");
        assertRefused(member.get(Api.CLIENTS), 401, "session-ended");
        assertRefused(cookie.refreshes(), 401, "session-ended");
        assertRefused(signIn(member), 403, "member-suspended");
        owner.get(Api.MEMBERS + "/" + member.id()).then().body("status", equalTo("suspended"));
    }

    @Test
    void leaves_nothing_to_come_back_by() {
        var app = Authenticator.enrolledBy(member);
        var halfIn = signIn(member).<String>path("secondFactorToken");
        var reset = askForReset();
        suspend(member).then().statusCode(200);
        restore(member).then().statusCode(200);

        var proof = Map.of("secondFactorToken", halfIn, "code", app.nextCode());
        assertRefused(Person.stranger().post(Api.STAFF_CODE, proof), 401, "second-factor-token-invalid");
        assertRefused(
                Person.stranger().completesPasswordReset(reset, "another horse battery staple"),
                422,
                "password-reset-unusable");
        assertRefused(member.get(Api.STAFF_ME), 401, "session-ended");
    }

    @Test
    void takes_what_an_owner_has_sent_along() {
        var suspended = clinic.staff("owner");
        var demoted = clinic.staff("owner");
        var first = invitedBy(suspended);
        var second = invitedBy(demoted);

        owner.put(path(suspended), PROOF).then().statusCode(200);
        demoted.post(
                        Api.OWNERSHIP_TRANSFERS,
                        Map.of("memberId", owner.id(), "stepDownTo", "practitioner", "password", Person.PASSWORD))
                .then()
                .statusCode(200);

        assertRefused(Person.stranger().acceptsInvitation(first, Person.PASSWORD), 422, "invitation-unusable");
        assertRefused(Person.stranger().acceptsInvitation(second, Person.PASSWORD), 422, "invitation-unusable");
    }

    private static String invitedBy(Person owner) {
        var email = Portal.anAddress("ira");
        owner.post(Api.MEMBERS, Map.of("displayName", "Ira", "email", email, "role", "receptionist"))
                .then()
                .statusCode(201);
        return Mailbox.newestTo(email).fragment();
    }

    @Test
    void is_told_by_letter_and_put_on_record() {
        var trail = Trail.of(clinic);
        var before = trail.lines().size();
        var letters = Mailbox.lettersTo(member.email()).size();

        suspend(member);
        suspend(member).then().statusCode(200).body("status", equalTo("suspended"));
        restore(member);
        restore(member).then().statusCode(200).body("status", equalTo("active"));

        assertThat(trail.actsAfter(before))
                .containsExactly("staff session-ended suspended", "staff staff-suspended", "staff staff-restored");
        assertThat(Mailbox.lettersTo(member.email(), letters + 2).subList(0, 2))
                .allSatisfy(letter -> assertThat(letter.text() + letter.html())
                        .contains("Harbour Physio")
                        .doesNotContain("http"))
                .extracting(Mailbox.Letter::subject)
                .containsExactlyInAnyOrder("Your account was restored", "Your account was suspended");
        assertThat(Mailbox.lettersTo(member.email())).hasSize(letters + 2);
    }

    @Test
    void gets_no_new_password_meanwhile() {
        suspend(member);

        Person.stranger().requestsPasswordReset(member.email());

        await().until(() -> Database.count("select count(*) from staff_password_reset_request") == 0);
        assertThat(Database.count(
                        "select count(*) from letter where kind = 'password-reset' and clinic_id = ?",
                        Database.clinicId(clinic.slug())))
                .isZero();
    }

    @Test
    void is_undone_by_an_owner_who_shows_the_password() {
        suspend(member);

        assertRefused(restoring(member, Map.of()), 400, "invalid-request");
        assertRefused(restoring(member, Map.of("password", "wrong horse battery staple")), 422, "password-wrong");
        assertRefused(signIn(member), 403, "member-suspended");

        restore(member).then().statusCode(200).body("status", equalTo("active"));
        signIn(member).then().statusCode(201);
    }

    @Test
    void frees_the_address_for_another_clinic() {
        var other = Portal.clinic();
        suspend(member);
        var letters = Mailbox.lettersTo(member.email(), 2).size();
        other.invites(member.email(), "practitioner").then().statusCode(201);

        Person.stranger()
                .acceptsInvitation(
                        Mailbox.lettersTo(member.email(), letters + 1).get(0).fragment(), Person.PASSWORD)
                .then()
                .statusCode(200);

        signIn(member).then().statusCode(201).body("staffMember.clinic.slug", equalTo(other.slug()));
        assertRefused(restore(member), 409, "staff-email-taken");
        assertRefused(signIn(member, "wrong horse battery staple"), 401, "credentials-wrong");
    }

    @Test
    void is_no_reason_to_invite_them_once_more() {
        suspend(member);

        assertRefused(clinic.invites(member.email(), "accountant"), 409, "staff-member-suspended");
    }

    @Test
    void is_for_others_who_have_come() {
        var invited = clinic.invites(Portal.anAddress("riley"), "receptionist").<String>path("id");

        assertRefused(suspend(owner), 409, "own-membership");
        assertRefused(owner.put(Api.MEMBERS + "/" + invited + "/suspension"), 409, "staff-member-invited");
        assertRefused(suspend(Portal.clinic().owner()), 404, "staff-member-not-found");
        owner.get(Api.STAFF_ME).then().statusCode(200);
    }

    /** However the two clicks fall, one of them stays and can sign in. */
    @Test
    void leaves_an_owner_when_all_put_each_other_out() throws Exception {
        var other = clinic.staff("owner");
        var third = clinic.staff("owner");
        var owners = List.of(owner, other, third);
        var clicks = IntStream.range(0, 6)
                .<Callable<Response>>mapToObj(
                        n -> () -> owners.get(n % 3).put(path(owners.get((n + 1 + n / 3) % 3)), PROOF))
                .toList();

        var answers = Together.all(clicks);

        assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 401, 403);
        assertThat(owners.stream().filter(one -> one.get(Api.MEMBERS).statusCode() == 200))
                .isNotEmpty();
    }

    @Test
    void signs_no_one_in_at_the_same_moment() throws Exception {
        Callable<Response> entering = () -> signIn(member);
        Callable<Response> suspending = () -> suspend(member);

        var answers = Together.all(List.of(entering, suspending, entering, entering));

        answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .forEach(answer -> assertRefused(
                        Person.withToken(answer.path("accessToken")).get(Api.STAFF_ME), 401, "session-ended"));
        assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 201, 403);
    }

    private String askForReset() {
        var before = Mailbox.lettersTo(member.email()).size();
        Person.stranger().requestsPasswordReset(member.email());
        return Mailbox.lettersTo(member.email(), before + 1).stream()
                .filter(letter -> letter.subject().startsWith("Your password at"))
                .findFirst()
                .orElseThrow()
                .fragment();
    }

    private Response suspend(Person who) {
        return owner.put(path(who));
    }

    private static String path(Person who) {
        return Api.MEMBERS + "/" + who.id() + "/suspension";
    }

    private Response restore(Person who) {
        return restoring(who, PROOF);
    }

    private Response restoring(Person who, Object proof) {
        return owner.post(Api.MEMBERS + "/" + who.id() + "/restoration", proof);
    }

    private static Response signIn(Person who) {
        return signIn(who, Person.PASSWORD);
    }

    private static Response signIn(Person who, String password) {
        return Person.stranger().signsInAsStaff(who.email(), password);
    }
}
