package dev.latchkey.staffsignin;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SigningInAsStaffTest {

    private final Practice clinic = Portal.clinic();
    private final Person owner = clinic.owner();

    @Test
    void says_who_came_in_and_for_how_long() {
        Person.stranger()
                .signsInAsStaff(owner.email().toUpperCase(Locale.ROOT), "correct horse battery staple")
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("status", equalTo("signed-in"))
                .body("expiresIn", equalTo(600))
                .body("staffMember.id", equalTo(owner.id()))
                .body("staffMember.clinic.slug", equalTo(clinic.slug()));
    }

    @Test
    void does_not_tell_whether_the_address_or_the_password_is_wrong() {
        var wrong = Person.stranger().signsInAsStaff(owner.email(), "wrong horse battery staple");
        var unknown = Person.stranger().signsInAsStaff(Portal.anAddress("stranger"), "correct horse battery staple");

        assertRefused(wrong, 401, "credentials-wrong");
        assertThat(withoutId(unknown)).isEqualTo(withoutId(wrong));
    }

    /** Twelve guesses that take seconds each, at a machine that does a few at once and lets the others wait for one second. */
    @Test
    void is_put_off_rather_than_take_all_memory() throws Exception {
        Database.makesThePasswordDear(owner.email());
        Callable<Response> guess = () -> Person.stranger().signsInAsStaff(owner.email(), "wrong horse battery staple");

        var answers = Together.all(Collections.nCopies(12 * Runtime.getRuntime().availableProcessors(), guess));

        var putOff =
                answers.stream().filter(answer -> answer.statusCode() == 503).toList();
        assertThat(putOff).isNotEmpty();
        assertRefused(putOff.get(0), 503, "unavailable");
        assertThat(putOff.get(0).header("Retry-After")).isEqualTo("1");
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 503)
                .isNotEmpty()
                .allSatisfy(answer -> assertRefused(answer, 401, "credentials-wrong"));
    }

    @Test
    void ends_at_once_when_they_sign_out() {
        owner.signsOutOfStaff().then().statusCode(204).header("Clear-Site-Data", "\"cache\"");

        assertRefused(owner.get(Api.STAFF_ME), 401, "session-ended");
        owner.signsOutOfStaff().then().statusCode(204);
    }

    @Test
    void ends_as_by_signing_out_when_they_end_the_session_they_call_with() {
        var current = owner.get(Api.STAFF_SESSIONS).<String>path("items.find { it.current }.id");

        var ended = owner.endsStaffSession(current);

        ended.then().statusCode(204).header("Clear-Site-Data", "\"cache\"");
        assertThat(ended.header("Set-Cookie"))
                .startsWith("__Host-latchkey-staff=;")
                .contains("Max-Age=0");
    }

    @Test
    void opens_nothing_of_the_clients() {
        for (var path : List.of(Api.ME, Api.APPOINTMENTS, Api.INVOICES, Api.FILES)) {
            assertRefused(owner.get(path), 403, "forbidden");
        }
        var mia = clinic.client("Mia").signsIn();
        for (var path : List.of(Api.STAFF_ME, Api.CLIENTS, Api.PORTAL_LINK, Api.MEMBERS)) {
            assertRefused(mia.get(path), 403, "forbidden");
        }
    }

    @Test
    void as_an_accountant_opens_invoices_only() {
        var accountant = clinic.staff("accountant");
        var mia = clinic.client("Mia");

        accountant.get(Api.STAFF_ME).then().statusCode(200).body("role", equalTo("accountant"));
        accountant.get(Api.CLIENTS + "/" + mia.id() + "/invoices").then().statusCode(200);
        for (var path : List.of(
                Api.CLIENTS,
                Api.CLIENTS + "/" + mia.id(),
                Api.CLIENTS + "/" + mia.id() + "/login-links",
                Api.CLIENTS + "/" + mia.id() + "/appointments",
                Api.CLIENTS + "/" + mia.id() + "/files",
                Api.PORTAL_LINK,
                Api.MEMBERS)) {
            assertRefused(accountant.get(path), 403, "forbidden");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"practitioner-admin", "practitioner", "practice-manager", "receptionist", "accountant"})
    void shows_colleagues_to_the_owner_alone(String role) {
        var colleague = clinic.staff(role);
        var member = Map.of("displayName", "Kim", "email", Portal.anAddress("kim"), "role", "owner");

        assertRefused(colleague.get(Api.MEMBERS), 403, "forbidden");
        assertRefused(colleague.post(Api.MEMBERS, member), 403, "forbidden");
        owner.get(Api.MEMBERS).then().body("items.role", equalTo(List.of("owner", role)));
        owner.get(Api.MEMBERS + "/" + colleague.id()).then().body("status", equalTo("active"));
    }

    @Test
    void shows_no_one_of_another_clinic() {
        var stranger = Portal.clinic().owner();

        assertRefused(owner.get(Api.MEMBERS + "/" + stranger.id()), 404, "staff-member-not-found");
        assertRefused(owner.get(Api.MEMBERS + "/" + UUID.randomUUID()), 404, "staff-member-not-found");
    }

    private static String withoutId(Response answer) {
        return answer.statusCode() + answer.asString().replace(answer.header("X-Request-Id"), "");
    }
}
