package dev.latchkey.staffadmin;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Authenticator;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangingARoleTest {

    private static final String TRANSFERS = Api.OWNERSHIP_TRANSFERS;

    private final Practice clinic = Portal.clinic();
    private final Person owner = clinic.owner();
    private final Person member = clinic.staff("receptionist");

    @Test
    void counts_from_the_next_request_on() {
        member.get(Api.CLIENTS).then().statusCode(200);

        change(member, "accountant").then().statusCode(200).body("role", equalTo("accountant"));

        assertRefused(member.get(Api.CLIENTS), 403, "forbidden");
        member.get(Api.STAFF_ME).then().body("role", equalTo("accountant"));

        change(member, "owner").then().statusCode(200);

        member.get(Api.MEMBERS).then().statusCode(200);
    }

    @Test
    void is_told_by_letter_and_put_on_record() {
        var trail = Trail.of(clinic);
        var before = trail.lines().size();

        change(member, "accountant");
        change(member, "accountant").then().statusCode(200);
        change(member, "owner");

        assertThat(trail.actsAfter(before))
                .containsExactly("staff staff-role-changed accountant", "staff ownership-changed owner");
        assertThat(Mailbox.lettersTo(member.email(), 3)).hasSize(3).anySatisfy(letter -> assertThat(letter.text())
                .contains("is now: owner"));
        assertThat(Mailbox.lettersTo(owner.email(), 2).get(0).subject()).isEqualTo("You changed who owns your clinic");
    }

    @Test
    void asks_for_the_password_once_more() {
        var wrong = Map.of("role", "owner", "password", "wrong horse battery staple");

        assertRefused(owner.patch(path(member), Map.of("role", "owner")), 400, "invalid-request");
        assertRefused(owner.patch(path(member), wrong), 422, "password-wrong");
        assertRefused(owner.post(TRANSFERS, Map.of("memberId", member.id())), 400, "invalid-request");
        assertRefused(
                owner.post(TRANSFERS, Map.of("memberId", member.id(), "password", "wrong horse battery staple")),
                422,
                "password-wrong");
        assertRefused(
                owner.post(
                        Api.MEMBERS, Map.of("displayName", "Kim", "email", Portal.anAddress("kim"), "role", "owner")),
                400,
                "invalid-request");

        member.get(Api.STAFF_ME).then().body("role", equalTo("receptionist"));
    }

    @Test
    void asks_for_all_of_it_before_another_owner_is_invited() {
        var email = Portal.anAddress("kim");
        var kim = Map.of("displayName", "Kim", "email", email, "role", "owner");
        var wrong = new HashMap<>(kim);
        wrong.put("password", "wrong horse battery staple");
        assertRefused(owner.post(Api.MEMBERS, wrong), 422, "password-wrong");
        var app = Authenticator.enrolledBy(owner);
        var half = new HashMap<>(kim);
        half.put("password", Person.PASSWORD);
        assertRefused(owner.post(Api.MEMBERS, half), 400, "invalid-request");
        half.put("code", app.wrongCode());
        assertRefused(owner.post(Api.MEMBERS, half), 422, "second-factor-code-wrong");

        assertThat(Database.count("select count(*) from staff_member where address_key = ?", email))
                .isZero();
    }

    @Test
    void asks_who_has_a_second_factor_for_it_too() {
        var app = Authenticator.enrolledBy(owner);
        var code = app.recoveryCodes().get(0);

        assertRefused(change(member, "owner"), 400, "invalid-request");
        assertRefused(change(member, "owner", app.wrongCode()), 422, "second-factor-code-wrong");
        assertRefused(change(owner, "accountant", code), 409, "own-membership");
        member.get(Api.STAFF_ME).then().body("role", equalTo("receptionist"));

        change(member, "accountant", code).then().statusCode(200); // which what was refused has not spent
        assertRefused(change(member, "receptionist", code), 422, "second-factor-code-wrong");
    }

    @Test
    void needs_to_have_seen_the_present_one() {
        var etag = owner.get(path(member)).header("ETag");
        change(member, "accountant");
        var request = Map.of("role", "owner", "password", Person.PASSWORD);

        assertRefused(
                owner.sends("PATCH", path(member), request, Map.of("If-Match", etag)), 412, "precondition-failed");
        assertRefused(owner.sends("PATCH", path(member), request, Map.of()), 428, "precondition-required");
    }

    @Test
    void hands_ownership_on_and_steps_down() {
        var request = Map.of("memberId", member.id(), "stepDownTo", "practitioner", "password", Person.PASSWORD);

        owner.post(TRANSFERS, request).then().statusCode(200).body("role", equalTo("owner"));

        member.get(Api.MEMBERS).then().statusCode(200).body("items.role", equalTo(List.of("practitioner", "owner")));
        assertRefused(owner.get(Api.MEMBERS), 403, "forbidden");
        owner.get(Api.CLIENTS).then().statusCode(200);
        assertRefused(owner.post(TRANSFERS, request), 403, "forbidden");
    }

    @Test
    void hands_ownership_to_no_member_who_could_not_use_it() {
        var invited = clinic.invites(Portal.anAddress("riley"), "receptionist").<String>path("id");
        owner.put(path(member) + "/suspension").then().statusCode(200);

        assertRefused(handOn(invited), 409, "staff-member-invited");
        assertRefused(handOn(member.id()), 409, "staff-member-suspended");
        assertRefused(handOn(owner.id()), 409, "own-membership");
        assertRefused(handOn(Portal.clinic().owner().id()), 404, "staff-member-not-found");
        assertRefused(
                owner.post(
                        TRANSFERS, Map.of("memberId", member.id(), "stepDownTo", "owner", "password", Person.PASSWORD)),
                400,
                "invalid-request");
        owner.get(Api.MEMBERS).then().statusCode(200);
    }

    @Test
    void leaves_an_owner_when_two_take_it_from_each_other() throws Exception {
        var other = clinic.staff("owner");
        var ofOwner = owner.get(path(owner)).header("ETag");
        var ofOther = owner.get(path(other)).header("ETag");
        var request = Map.of("role", "accountant", "password", Person.PASSWORD);
        Callable<Response> one = () -> owner.sends("PATCH", path(other), request, Map.of("If-Match", ofOther));
        Callable<Response> two = () -> other.sends("PATCH", path(owner), request, Map.of("If-Match", ofOwner));

        var answers = Together.all(List.of(one, two));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 403);
        assertThat(List.of(owner, other))
                .filteredOn(who -> who.get(Api.MEMBERS).statusCode() == 200)
                .hasSize(1);
    }

    @Test
    void leaves_an_owner_whatever_is_told_the_database() {
        var id = UUID.fromString(owner.id());

        for (var change : List.of("role = 'ACCOUNTANT'", "suspended_at = now()", "password_hash = null")) {
            assertThatThrownBy(() -> Database.execute("update staff_member set " + change + " where id = ?", id))
                    .hasStackTraceContaining("a clinic keeps an owner");
        }

        owner.get(Api.MEMBERS).then().statusCode(200);
    }

    /** Who is gone is no owner either; and nothing else is in the way of it. */
    @Test
    void leaves_an_owner_though_the_database_is_told_to_forget_the_last() throws Exception {
        var id = UUID.fromString(owner.id());
        try (var forgetting = Database.begin()) {
            forgetting
                    .execute("delete from session where staff_member_id = ?", id)
                    .execute("delete from staff_invitation where ? in (staff_member_id, invited_by)", id);

            assertThatThrownBy(() -> forgetting.execute("delete from staff_member where id = ?", id))
                    .hasMessageContaining("a clinic keeps an owner");
        }
    }

    private Response change(Person who, String role) {
        return owner.patch(path(who), Map.of("role", role, "password", Person.PASSWORD));
    }

    private Response change(Person who, String role, String code) {
        return owner.patch(path(who), Map.of("role", role, "password", Person.PASSWORD, "code", code));
    }

    private Response handOn(String memberId) {
        return owner.post(TRANSFERS, Map.of("memberId", memberId, "password", Person.PASSWORD));
    }

    private static String path(Person who) {
        return Api.MEMBERS + "/" + who.id();
    }
}
