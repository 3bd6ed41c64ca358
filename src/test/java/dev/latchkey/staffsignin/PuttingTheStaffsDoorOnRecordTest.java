package dev.latchkey.staffsignin;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Authenticator;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Outage;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PuttingTheStaffsDoorOnRecordTest {

    private static final String FACTOR = Api.SECOND_FACTOR;
    private static final String WRONG = "wrong horse battery staple";
    private static final String NEW = "a sentence that only we would say";

    private final Practice clinic = Portal.clinic();
    private final Person owner = clinic.owner();
    private final Trail trail = Trail.of(clinic);
    private final int before = trail.lines().size();

    @Test
    void tells_of_a_second_factor_from_its_first_code_to_its_end() {
        var scanned = Authenticator.scanning(owner.post(FACTOR + "/enrolment", Map.of("password", Person.PASSWORD)));
        owner.post(FACTOR + "/confirmation", Map.of("code", scanned.wrongCode()));
        var app = Authenticator.enrolledBy(owner);
        var signingIn =
                Person.stranger().signsInAsStaff(owner.email(), Person.PASSWORD).<String>path("secondFactorToken");
        Person.stranger().entersSecondFactor(signingIn, app.wrongCode());
        change("/recovery-codes", WRONG, app.nextCode());
        change("/recovery-codes", Person.PASSWORD, app.wrongCode());
        change("/recovery-codes", Person.PASSWORD, app.nextCode()).then().statusCode(201);
        change("/removal", Person.PASSWORD, "0".repeat(10));
        assertThat(app.recoveryCodes()).noneMatch(code -> Database.holds("audit_event", code.replace("-", "")));

        assertThat(trail.actsAfter(before))
                .containsExactly(
                        "staff second-factor-rejected second-factor-code-wrong",
                        "staff second-factor-enrolled",
                        "visitor second-factor-rejected second-factor-code-wrong",
                        "staff password-rejected password-wrong",
                        "staff second-factor-rejected second-factor-code-wrong",
                        "staff recovery-codes-renewed",
                        "staff second-factor-rejected second-factor-code-wrong");
        var lines = trail.lines().subList(before, before + 7);
        assertThat(lines)
                .filteredOn(line -> line.actor().kind().equals("staff"))
                .extracting(line -> line.actor().id())
                .containsOnly(owner.id());
        assertThat(lines.get(2).addressHash()).isNotNull();
    }

    @Test
    void tells_of_a_second_factor_that_was_taken_away() {
        var app = Authenticator.enrolledBy(owner);

        change("/removal", Person.PASSWORD, app.nextCode()).then().statusCode(204);

        assertThat(trail.actsAfter(before))
                .containsExactly("staff second-factor-enrolled", "staff second-factor-removed");
    }

    @Test
    void tells_of_every_password() {
        owner.changesPassword(WRONG, NEW).then().statusCode(422);
        owner.changesPassword(Person.PASSWORD, NEW).then().statusCode(204);
        Person.stranger().requestsPasswordReset(owner.email()).then().statusCode(202);
        var reset = Mailbox.linksTo(owner.email(), 2).get(0).fragment();
        assertThat(trail.actsAfter(before))
                .containsExactly(
                        "staff password-rejected password-wrong",
                        "staff password-changed",
                        "system password-reset-sent");
        var newest = trail.lines().get(before + 2);
        Person.stranger().completesPasswordReset(reset, Person.PASSWORD).then().statusCode(204);

        var again = new Trail(Person.signedInStaff(owner.email()), trail.path());
        assertThat(again.actsAfter(before + 3))
                .containsExactly(
                        "staff password-reset-used", "staff session-ended password-changed", "staff session-opened");
        assertThat(newest.addressHash()).isNotNull();
        assertThat(again.lines().get(before + 3).actor().id()).isEqualTo(owner.id());
        assertThat(List.of(WRONG, NEW, reset)).noneMatch(words -> Database.holds("audit_event", words));
    }

    @Test
    void tells_who_changed_what_the_clinic_asks_of_its_owners() {
        var codes = Authenticator.enrolledBy(owner).recoveryCodes();
        var enrolled = trail.lines().size();
        ask("owners", codes.get(0));
        ask("owners", codes.get(1));
        ask("nobody", codes.get(2));

        assertThat(trail.actsAfter(enrolled))
                .containsExactly(
                        "staff security-settings-changed second-factor-for-owners",
                        "staff security-settings-changed second-factor-for-nobody");
    }

    /** Neither is ever there without the other. */
    @Test
    void or_nothing_is_done() {
        var app = Authenticator.scanning(owner.post(FACTOR + "/enrolment", Map.of("password", Person.PASSWORD)));
        try (var ignored = Outage.failsWritesTo("audit_event", "23514")) {
            owner.changesPassword(Person.PASSWORD, NEW).then().statusCode(500);
            owner.post(FACTOR + "/confirmation", Map.of("code", app.code()))
                    .then()
                    .statusCode(500);
            ask("owners", null).then().statusCode(500);
        }

        owner.get(FACTOR).then().body("enrolled", equalTo(false));
        owner.get(Api.SECURITY_SETTINGS).then().body("secondFactorFor", equalTo("nobody"));
        assertRefused(owner.changesPassword(WRONG, NEW), 422, "password-wrong");
        owner.changesPassword(Person.PASSWORD, NEW).then().statusCode(204);
    }

    private Response change(String path, String password, String code) {
        return owner.post(FACTOR + path, Map.of("password", password, "code", code));
    }

    private Response ask(String whom, @Nullable String code) {
        var request = new HashMap<String, Object>(Map.of("secondFactorFor", whom, "password", Person.PASSWORD));
        if (code != null) {
            request.put("code", code);
        }
        return owner.patch(Api.SECURITY_SETTINGS, request);
    }
}
