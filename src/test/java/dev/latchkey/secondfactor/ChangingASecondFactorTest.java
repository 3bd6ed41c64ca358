package dev.latchkey.secondfactor;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Authenticator;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ChangingASecondFactorTest {

    private static final String REMOVAL = Api.SECOND_FACTOR + "/removal";
    private static final String RECOVERY_CODES = Api.SECOND_FACTOR + "/recovery-codes";

    private final Person owner = Portal.clinic().owner();

    @Test
    void gives_it_up_for_good() {
        var app = Authenticator.enrolledBy(owner);

        change(REMOVAL, Person.PASSWORD, app.nextCode()).then().statusCode(204);

        owner.get(Api.SECOND_FACTOR).then().body("enrolled", equalTo(false)).body("recoveryCodesLeft", equalTo(0));
        Person.stranger()
                .signsInAsStaff(owner.email(), Person.PASSWORD)
                .then()
                .statusCode(201)
                .body("status", equalTo("signed-in"));
        assertThat(Authenticator.enrolledBy(owner).secret()).isNotEqualTo(app.secret());
    }

    @Test
    void replaces_all_recovery_codes() {
        var app = Authenticator.enrolledBy(owner);

        var renewed = change(RECOVERY_CODES, Person.PASSWORD, app.nextCode());

        renewed.then().statusCode(201).header("Cache-Control", "no-store");
        List<String> codes = renewed.path("recoveryCodes");
        assertThat(codes).hasSize(10).doesNotContainAnyElementsOf(app.recoveryCodes());
        assertRefused(
                Person.stranger()
                        .entersSecondFactor(token(), app.recoveryCodes().get(0)),
                422,
                "second-factor-code-wrong");
        Person.stranger().entersSecondFactor(token(), codes.get(0)).then().statusCode(201);
    }

    @Test
    void may_be_done_without_the_app() {
        var app = Authenticator.enrolledBy(owner);

        change(REMOVAL, Person.PASSWORD, app.recoveryCodes().get(3)).then().statusCode(204);
    }

    @ParameterizedTest
    @CsvSource({REMOVAL + ", Your second factor was removed", RECOVERY_CODES + ", Your recovery codes were renewed"})
    void is_told_by_letter(String path, String subject) {
        var app = Authenticator.enrolledBy(owner);

        assertThat(change(path, Person.PASSWORD, app.nextCode()).statusCode()).isIn(201, 204);

        // The invitation, and that it was added.
        assertThat(Mailbox.lettersTo(owner.email(), 3))
                .extracting(Mailbox.Letter::subject)
                .contains(subject);
    }

    @ParameterizedTest
    @ValueSource(strings = {REMOVAL, RECOVERY_CODES})
    void ends_what_is_open_or_begun_elsewhere_and_goes_on_here(String path) {
        var app = Authenticator.enrolledBy(owner);
        var entered = Person.stranger().entersSecondFactor(token(), app.nextCode());
        var tablet = Person.withToken(entered.path("accessToken"));
        var begun = token();

        change(path, Person.PASSWORD, app.recoveryCodes().get(0)).then().statusCode(path.equals(REMOVAL) ? 204 : 201);

        owner.get(Api.STAFF_ME).then().statusCode(200);
        assertRefused(tablet.get(Api.STAFF_ME), 401, "session-ended");
        assertRefused(
                Person.stranger().entersSecondFactor(begun, app.recoveryCodes().get(1)),
                401,
                "second-factor-token-invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {REMOVAL, RECOVERY_CODES})
    void needs_the_password_and_a_code(String path) {
        var app = Authenticator.enrolledBy(owner);

        assertRefused(change(path, "wrong horse battery staple", app.nextCode()), 422, "password-wrong");
        assertRefused(change(path, Person.PASSWORD, app.wrongCode()), 422, "second-factor-code-wrong");
        assertRefused(change(path, Person.PASSWORD, app.enrolledWith()), 422, "second-factor-code-wrong");

        owner.get(Api.SECOND_FACTOR).then().body("recoveryCodesLeft", equalTo(10));
        assertThat(change(path, Person.PASSWORD, app.nextCode()).statusCode()).isIn(201, 204);
    }

    @ParameterizedTest
    @ValueSource(strings = {REMOVAL, RECOVERY_CODES})
    void is_not_there_for_a_member_who_has_none(String path) {
        assertRefused(change(path, Person.PASSWORD, "000000"), 409, "second-factor-not-enrolled");

        owner.beginsEnrolment(Person.PASSWORD);

        assertRefused(change(path, Person.PASSWORD, "000000"), 409, "second-factor-not-enrolled");
    }

    @Test
    void is_no_way_to_go_on_guessing() {
        var app = Authenticator.enrolledBy(owner);
        for (var n = 0; n < 10; n++) {
            assertRefused(change(REMOVAL, Person.PASSWORD, app.wrongCode()), 422, "second-factor-code-wrong");
        }

        assertRefused(change(REMOVAL, Person.PASSWORD, app.nextCode()), 429, "too-many-requests");
    }

    private Response change(String path, String password, String code) {
        return owner.post(path, Map.of("password", password, "code", code));
    }

    private String token() {
        return Person.stranger().signsInAsStaff(owner.email(), Person.PASSWORD).path("secondFactorToken");
    }
}
