package dev.latchkey.secondfactor;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Authenticator;
import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EnrollingASecondFactorTest {

    private final Person owner = Portal.clinic().owner();

    @Test
    void hands_the_app_a_key_and_shows_ten_recovery_codes_once() {
        var started = owner.beginsEnrolment(Person.PASSWORD);

        started.then().statusCode(201).header("Cache-Control", "no-store");
        var app = Authenticator.scanning(started);
        assertThat(started.<String>path("otpauthUri"))
                .isEqualTo("otpauth://totp/Harbour%20Physio:" + owner.email().replace("@", "%40") + "?secret="
                        + app.secret() + "&issuer=Harbour%20Physio&algorithm=SHA1&digits=6&period=30");
        factor().then().body("enrolled", equalTo(false)).body("recoveryCodesLeft", equalTo(0));

        var confirmed = owner.confirmsEnrolment(app.code());

        confirmed.then().statusCode(200).header("Cache-Control", "no-store");
        assertThat(new HashSet<>(confirmed.<List<String>>path("recoveryCodes")))
                .hasSize(10)
                .allMatch(code -> code.matches("[0-9a-z]{5}-[0-9a-z]{5}"));
        factor().then().body("enrolled", equalTo(true)).body("recoveryCodesLeft", equalTo(10));
    }

    @Test
    void keeps_neither_the_key_nor_the_codes_in_the_open() {
        var app = Authenticator.enrolledBy(owner);

        assertThat(Database.holds("staff_second_factor", app.secret())).isFalse();
        assertThat(Database.count(
                        "select count(*) from staff_second_factor where position(? in sealed_key) > 0", app.key()))
                .isZero();
        for (var code : app.recoveryCodes()) {
            assertThat(Database.holds("staff_recovery_code", code.replace("-", "")))
                    .isFalse();
        }
    }

    @Test
    void ends_what_is_open_elsewhere_and_goes_on_here() {
        var tablet = Person.signedInStaff(owner.email());

        Authenticator.enrolledBy(owner);

        owner.get(Api.STAFF_ME).then().statusCode(200);
        assertRefused(tablet.get(Api.STAFF_ME), 401, "session-ended");
    }

    @Test
    void needs_more_than_an_open_session() {
        assertRefused(owner.beginsEnrolment("wrong horse battery staple"), 422, "password-wrong");

        assertRefused(owner.confirmsEnrolment("000000"), 409, "second-factor-not-enrolled");
    }

    @Test
    void asks_for_nothing_until_a_code_was_seen() {
        var app = Authenticator.scanning(owner.beginsEnrolment(Person.PASSWORD));

        assertRefused(owner.confirmsEnrolment(app.wrongCode()), 422, "second-factor-code-wrong");
        assertRefused(owner.confirmsEnrolment("0".repeat(10)), 422, "second-factor-code-wrong");

        Person.stranger()
                .signsInAsStaff(owner.email(), Person.PASSWORD)
                .then()
                .statusCode(201)
                .body("status", equalTo("signed-in"));
        factor().then().body("enrolled", equalTo(false));
        owner.confirmsEnrolment(app.code()).then().statusCode(200);
    }

    @Test
    void started_over_forgets_the_former_key() {
        var lost = Authenticator.scanning(owner.beginsEnrolment(Person.PASSWORD));
        var app = Authenticator.scanning(owner.beginsEnrolment(Person.PASSWORD));

        assertThat(app.secret()).isNotEqualTo(lost.secret());
        assertRefused(owner.confirmsEnrolment(lost.code()), 422, "second-factor-code-wrong");
        owner.confirmsEnrolment(app.code()).then().statusCode(200);
    }

    @Test
    void is_done_once() {
        var app = Authenticator.enrolledBy(owner);

        assertRefused(owner.beginsEnrolment(Person.PASSWORD), 409, "second-factor-enrolled");
        assertRefused(owner.confirmsEnrolment(app.nextCode()), 409, "second-factor-enrolled");
        assertThatThrownBy(() -> Database.execute("update staff_second_factor set sealed_key = 'x', started_at = now()"
                        + " where staff_member_id = '" + owner.id() + "'"))
                .hasMessageContaining("removed, never changed");
    }

    @Test
    void draws_recovery_codes_for_good() {
        Authenticator.enrolledBy(owner);

        assertThatThrownBy(() -> Database.execute("update staff_recovery_code set code_hash = sha256(code_hash)"
                        + " where staff_member_id = '" + owner.id() + "'"))
                .hasMessageContaining("drawn or used, and never changed");
    }

    @Test
    void is_no_way_to_go_on_guessing() {
        var app = Authenticator.scanning(owner.beginsEnrolment(Person.PASSWORD));
        for (var n = 0; n < 10; n++) {
            assertRefused(owner.confirmsEnrolment(app.wrongCode()), 422, "second-factor-code-wrong");
        }

        assertRefused(owner.confirmsEnrolment(app.code()), 429, "too-many-requests");
    }

    private Response factor() {
        return owner.get(Api.SECOND_FACTOR);
    }
}
