package dev.latchkey.staffsignin;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Api;
import dev.latchkey.support.Authenticator;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SigningInWithASecondFactorTest {

    private static final String NEW = "a sentence that only we would say";

    private final Person owner = Portal.clinic().owner();
    private final Authenticator app = Authenticator.enrolledBy(owner);

    @Test
    void takes_the_password_and_a_code() {
        var asked = Person.stranger().signsInAsStaff(owner.email(), Person.PASSWORD);

        asked.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("status", equalTo("second-factor-required"))
                .body("expiresIn", equalTo(300))
                .body("accessToken", nullValue());
        assertThat(asked.headers().hasHeaderWithName("Set-Cookie")).isFalse();
        var entered = Person.stranger().entersSecondFactor(asked.path("secondFactorToken"), app.nextCode());
        entered.then().statusCode(201).body("status", equalTo("signed-in"));
        assertThat(entered.headers().getValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("__Host-latchkey-staff="));
        Person.withToken(entered.path("accessToken")).get(Api.STAFF_ME).then().body("id", equalTo(owner.id()));
    }

    @Test
    void is_asked_only_of_a_caller_who_knows_the_password() {
        assertRefused(
                Person.stranger().signsInAsStaff(owner.email(), "wrong horse battery staple"),
                401,
                "credentials-wrong");
    }

    @Test
    void takes_each_code_once_be_it_the_one_of_the_enrolment() {
        var code = app.nextCode();
        Person.stranger().entersSecondFactor(token(), code).then().statusCode(201);

        assertRefused(Person.stranger().entersSecondFactor(token(), code), 422, "second-factor-code-wrong");
        assertRefused(
                Person.stranger().entersSecondFactor(token(), app.enrolledWith()), 422, "second-factor-code-wrong");
    }

    @Test
    void takes_a_code_once_however_many_show_it() throws Exception {
        var code = app.nextCode();
        var tokens = Stream.generate(this::token).limit(8).toList();

        var answers = Together.all(tokens.stream()
                .map(token -> (Callable<Response>) () -> Person.stranger().entersSecondFactor(token, code))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 422).hasSize(7);
    }

    @Test
    void takes_each_recovery_code_once_however_it_is_written() {
        var code = app.recoveryCodes().get(0);

        Person.stranger()
                .entersSecondFactor(token(), code.toUpperCase(Locale.ROOT).replace("-", " "))
                .then()
                .statusCode(201);

        assertRefused(Person.stranger().entersSecondFactor(token(), code), 422, "second-factor-code-wrong");
        owner.get(Api.SECOND_FACTOR).then().body("recoveryCodesLeft", equalTo(9));
        Person.stranger()
                .entersSecondFactor(token(), app.recoveryCodes().get(1))
                .then()
                .statusCode(201);
        var misread =
                app.recoveryCodes().get(2).replace('0', 'O').replace('1', 'l').replace("-", "\u2013");
        Person.stranger()
                .entersSecondFactor(token(), misread.replaceAll("(.)", "$1\u00a0"))
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s %s", "%s-%s", "%s\u00a0%s", "%s\u2212%s", "\ufeff%s\u2009%s "})
    void takes_a_code_as_people_type_it(String typed) {
        var code = app.nextCode();

        Person.stranger()
                .entersSecondFactor(token(), typed.formatted(code.substring(0, 3), code.substring(3)))
                .then()
                .statusCode(201);
    }

    @Test
    void takes_no_other_members_recovery_code() {
        var colleague = Authenticator.enrolledBy(Portal.clinic().owner());

        assertRefused(
                Person.stranger()
                        .entersSecondFactor(token(), colleague.recoveryCodes().get(0)),
                422,
                "second-factor-code-wrong");
    }

    @Test
    void ends_the_token_with_it() {
        var token = token();
        Person.stranger().entersSecondFactor(token, app.nextCode()).then().statusCode(201);

        assertRefused(
                Person.stranger().entersSecondFactor(token, app.recoveryCodes().get(0)),
                401,
                "second-factor-token-invalid");
        assertThatThrownBy(() -> Database.execute("update staff_factor_challenge set met_at = null"
                        + " where met_at is not null and staff_member_id = '" + owner.id() + "'"))
                .hasMessageContaining("met once");
    }

    @Test
    void waits_for_five_minutes() {
        var token = token();

        Database.minutesPassForSignInsOf(owner.email(), 5);

        assertRefused(Person.stranger().entersSecondFactor(token, app.nextCode()), 401, "second-factor-token-invalid");
    }

    @Test
    void is_over_when_the_password_changes_meanwhile() {
        var token = token();

        owner.changesPassword(Person.PASSWORD, NEW).then().statusCode(204);

        assertRefused(Person.stranger().entersSecondFactor(token, app.nextCode()), 401, "second-factor-token-invalid");
    }

    @Test
    void is_asked_for_after_a_reset_too() {
        var begun = token();
        Person.stranger().requestsPasswordReset(owner.email());
        var reset = Mailbox.linksTo(owner.email(), 2).get(0).fragment();

        Person.stranger().completesPasswordReset(reset, NEW).then().statusCode(204);

        assertRefused(Person.stranger().entersSecondFactor(begun, app.nextCode()), 401, "second-factor-token-invalid");
        var asked = Person.stranger().signsInAsStaff(owner.email(), NEW);
        asked.then().statusCode(201).body("status", equalTo("second-factor-required"));
        Person.stranger()
                .entersSecondFactor(asked.path("secondFactorToken"), app.nextCode())
                .then()
                .statusCode(201);
    }

    private String token() {
        return Person.stranger().signsInAsStaff(owner.email(), Person.PASSWORD).path("secondFactorToken");
    }
}
