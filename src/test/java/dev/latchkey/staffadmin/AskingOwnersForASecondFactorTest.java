package dev.latchkey.staffadmin;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Authenticator;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.RefreshCookie;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AskingOwnersForASecondFactorTest {

    private static final String SETTINGS = Api.SECURITY_SETTINGS;

    private final Practice clinic = Portal.clinic();
    private final Person owner = clinic.owner();

    @Test
    void is_off_until_the_owner_says_so() {
        owner.get(SETTINGS).then().statusCode(200).body("ownersNeedSecondFactor", equalTo(false));
        Person.stranger()
                .signsInAsStaff(owner.email(), Person.PASSWORD)
                .then()
                .statusCode(201)
                .body("mustEnrolSecondFactor", equalTo(false));

        ask(true).then().statusCode(200).body("ownersNeedSecondFactor", equalTo(true));

        assertRefused(owner.get(SETTINGS), 403, "second-factor-enrolment-required");
        Authenticator.enrolledBy(owner);
        owner.get(SETTINGS).then().statusCode(200).body("ownersNeedSecondFactor", equalTo(true));
    }

    @Test
    void is_confirmed_by_letter_to_the_owner_who_changed_it() {
        ask(true).then().statusCode(200);

        assertThat(Mailbox.lettersTo(owner.email(), 2))
                .extracting(Mailbox.Letter::subject)
                .contains("You changed the security settings");
    }

    @Test
    void lets_one_who_has_none_do_nothing_but_enrol() {
        ask(true);
        var entered = Person.stranger().signsInAsStaff(owner.email(), Person.PASSWORD);
        var confined = Person.withToken(entered.path("accessToken"));

        entered.then()
                .statusCode(201)
                .body("status", equalTo("signed-in"))
                .body("mustEnrolSecondFactor", equalTo(true));
        for (var path : List.of(Api.CLIENTS, Api.MEMBERS, Api.PORTAL_LINK, SETTINGS)) {
            assertRefused(confined.get(path), 403, "second-factor-enrolment-required");
        }
        assertRefused(
                confined.post(Api.MEMBERS, Map.of("displayName", "Kim", "email", "kim@example.org", "role", "owner")),
                403,
                "second-factor-enrolment-required");
        assertRefused(
                confined.changesPassword(Person.PASSWORD, "x".repeat(12)), 403, "second-factor-enrolment-required");
        confined.get(Api.STAFF_ME).then().statusCode(200);
        confined.get(Api.SECOND_FACTOR).then().statusCode(200);
        confined.signsOutOfStaff().then().statusCode(204);
    }

    @Test
    void stays_so_when_the_session_goes_on() {
        ask(true);

        var refreshed = RefreshCookie.of(Person.stranger().signsInAsStaff(owner.email(), Person.PASSWORD))
                .refreshes();

        refreshed.then().statusCode(200).body("mustEnrolSecondFactor", equalTo(true));
        assertRefused(
                Person.withToken(refreshed.path("accessToken")).get(Api.CLIENTS),
                403,
                "second-factor-enrolment-required");
    }

    @Test
    void lets_them_in_as_soon_as_they_have_enrolled() {
        ask(true);
        var confined = Person.withToken(
                Person.stranger().signsInAsStaff(owner.email(), Person.PASSWORD).path("accessToken"));

        var app = Authenticator.enrolledBy(confined);

        confined.get(Api.CLIENTS).then().statusCode(200);
        var entered = Person.stranger()
                .entersSecondFactor(
                        Person.stranger()
                                .signsInAsStaff(owner.email(), Person.PASSWORD)
                                .<String>path("secondFactorToken"),
                        app.nextCode());
        entered.then().statusCode(201).body("mustEnrolSecondFactor", equalTo(false));
        Person.withToken(entered.path("accessToken")).get(Api.CLIENTS).then().statusCode(200);
    }

    @Test
    void leaves_colleagues_and_other_clinics_alone() {
        var colleague = clinic.staff("practice-manager");
        ask(true);

        Person.stranger()
                .signsInAsStaff(colleague.email(), Person.PASSWORD)
                .then()
                .body("mustEnrolSecondFactor", equalTo(false));
        Person.stranger()
                .signsInAsStaff(Portal.clinic().owner().email(), Person.PASSWORD)
                .then()
                .body("mustEnrolSecondFactor", equalTo(false));
        colleague.get(Api.CLIENTS).then().statusCode(200);
    }

    @Test
    void ends_when_the_owner_says_so() {
        var colleague = clinic.staff("owner");
        var app = Authenticator.enrolledBy(owner);
        ask("owners", app.recoveryCodes().get(0)).then().statusCode(200);
        Person.stranger()
                .signsInAsStaff(colleague.email(), Person.PASSWORD)
                .then()
                .body("mustEnrolSecondFactor", equalTo(true));

        ask("nobody", app.recoveryCodes().get(1)).then().statusCode(200);

        Person.stranger()
                .signsInAsStaff(colleague.email(), Person.PASSWORD)
                .then()
                .body("mustEnrolSecondFactor", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"practitioner-admin", "practice-manager", "accountant"})
    void is_the_owners_alone(String role) {
        var colleague = clinic.staff(role);

        assertRefused(colleague.get(SETTINGS), 403, "forbidden");
        assertRefused(
                colleague
                        .request()
                        .header("If-Match", "*")
                        .contentType("application/json")
                        .body(Map.of("secondFactorFor", "owners", "password", Person.PASSWORD))
                        .patch(SETTINGS),
                403,
                "forbidden");
    }

    @Test
    void is_changed_by_an_owner_who_has_seen_how_it_is() {
        var app = Authenticator.enrolledBy(owner);
        var etag = owner.get(SETTINGS).header("ETag");
        var request = Map.of(
                "secondFactorFor",
                "owners",
                "password",
                Person.PASSWORD,
                "code",
                app.recoveryCodes().get(0));
        owner.patch(SETTINGS, request).then().statusCode(200);

        assertRefused(owner.sends("PATCH", SETTINGS, request, Map.of("If-Match", etag)), 412, "precondition-failed");
        assertRefused(owner.sends("PATCH", SETTINGS, request, Map.of()), 428, "precondition-required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"secondFactorFor\": null, \"password\": \"correct horse battery staple\"}",
                "{\"secondFactorFor\": \"yes\", \"password\": \"correct horse battery staple\"}",
                "{\"secondFactorFor\": 1, \"password\": \"correct horse battery staple\"}",
                "{\"secondFactorFor\": [], \"password\": \"correct horse battery staple\"}",
                "{\"staffNeedSecondFactor\": true, \"password\": \"correct horse battery staple\"}",
                "{\"secondFactorFor\": \"owners\"}",
                "{\"secondFactorFor\": \"owners\", \"password\": null}",
                "{\"secondFactorFor\": \"owners\", \"ownersNeedSecondFactor\": true, \"password\": \"correct horse battery staple\"}"
            })
    void is_refused_in_other_words(String body) {
        assertRefused(owner.patch(SETTINGS, body), 400, "invalid-request");

        owner.get(SETTINGS).then().body("ownersNeedSecondFactor", equalTo(false));
    }

    @Test
    void may_be_for_everybody() {
        var receptionist = clinic.staff("receptionist");
        var app = Authenticator.enrolledBy(owner);

        ask("everybody", app.recoveryCodes().get(0))
                .then()
                .statusCode(200)
                .body("secondFactorFor", equalTo("everybody"))
                .body("ownersNeedSecondFactor", equalTo(true));

        Person.stranger()
                .signsInAsStaff(receptionist.email(), Person.PASSWORD)
                .then()
                .body("mustEnrolSecondFactor", equalTo(true));
        assertRefused(receptionist.get(Api.CLIENTS), 403, "second-factor-enrolment-required");
        Authenticator.enrolledBy(receptionist);
        receptionist.get(Api.CLIENTS).then().statusCode(200);
    }

    @Test
    void ends_no_session_and_is_asked_of_who_gave_theirs_up() {
        var app = Authenticator.enrolledBy(owner);
        ask("owners", app.recoveryCodes().get(0)).then().statusCode(200);

        owner.post(
                        Api.SECOND_FACTOR + "/removal",
                        Map.of(
                                "password",
                                Person.PASSWORD,
                                "code",
                                app.recoveryCodes().get(1)))
                .then()
                .statusCode(204);

        assertRefused(owner.get(Api.CLIENTS), 403, "second-factor-enrolment-required");
        owner.get(Api.STAFF_ME).then().statusCode(200);
    }

    @Test
    void is_still_understood_in_the_words_of_before() {
        var app = Authenticator.enrolledBy(owner);
        askAsBefore(true, app.recoveryCodes().get(0)).then().statusCode(200).body("secondFactorFor", equalTo("owners"));
        askAsBefore(false, app.recoveryCodes().get(1))
                .then()
                .statusCode(200)
                .body("secondFactorFor", equalTo("nobody"));
        ask("everybody", app.recoveryCodes().get(2));

        askAsBefore(true, app.recoveryCodes().get(3))
                .then()
                .statusCode(200)
                .body("secondFactorFor", equalTo("everybody"));
    }

    private Response askAsBefore(boolean ownersNeedSecondFactor, String code) {
        return owner.patch(
                SETTINGS,
                Map.of("ownersNeedSecondFactor", ownersNeedSecondFactor, "password", Person.PASSWORD, "code", code));
    }

    /** By an owner who has none. */
    private Response ask(boolean secondFactor) {
        return owner.patch(
                SETTINGS, Map.of("secondFactorFor", secondFactor ? "owners" : "nobody", "password", Person.PASSWORD));
    }

    private Response ask(String whom, String code) {
        return owner.patch(SETTINGS, Map.of("secondFactorFor", whom, "password", Person.PASSWORD, "code", code));
    }
}
