package dev.latchkey.staffadmin;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Authenticator;
import dev.latchkey.support.Outage;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With a key, for the answer may be lost on the way; and with the password of an owner, each time. */
@QuarkusTest
class InvitingAnOwnerTest {

    private static final String MEMBERS = Api.MEMBERS;
    private static final Map<String, String> PROOF = Map.of("password", Person.PASSWORD);

    private final Practice clinic = Portal.clinic();
    private final Person owner = clinic.owner();
    private final Trail trail = Trail.of(clinic);
    private final String email = Portal.anAddress("olga");

    @Test
    void is_done_once_however_often_it_is_asked_for() {
        var before = trail.lines().size();

        var first = invite("once", PROOF);
        var again = invite("once", PROOF);

        first.then().statusCode(201).body("role", equalTo("owner"));
        again.then().statusCode(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(trail.actsAfter(before))
                .containsExactly("staff staff-invited owner", "staff ownership-changed owner");
    }

    @Test
    void gives_the_first_answer_again_for_the_password_alone() {
        invite("once", PROOF).then().statusCode(201);

        assertRefused(invite("once", Map.of()), 400, "invalid-request");
        assertRefused(invite("once", Map.of("password", "wrong horse battery staple")), 422, "password-wrong");
    }

    @Test
    void spends_a_code_once() {
        var code = Authenticator.enrolledBy(owner).recoveryCodes().get(0);
        var first = invite("once", with(code));

        var again = invite("once", with(code));

        again.then().statusCode(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertRefused(invite("another", with(code)), 422, "second-factor-code-wrong");
    }

    @Test
    void comes_to_nothing_with_a_wrong_code_which_stays_on_record() {
        var app = Authenticator.enrolledBy(owner);
        var before = trail.lines().size();

        assertRefused(invite("once", with(app.wrongCode())), 422, "second-factor-code-wrong");

        assertThat(trail.actsAfter(before)).containsExactly("staff second-factor-rejected second-factor-code-wrong");
        owner.get(MEMBERS).then().body("items.size()", equalTo(1));
        invite("once", with(app.recoveryCodes().get(0))).then().statusCode(201);
    }

    /** Or the same request would invite once more when it comes again. */
    @Test
    void is_undone_when_its_answer_cannot_be_kept() {
        var before = trail.lines().size();
        try (var ignored = Outage.failsWritesTo("idempotency_key", "23514")) {
            invite("once", PROOF).then().statusCode(500);
        }

        owner.get(MEMBERS).then().body("items.size()", equalTo(1));
        assertThat(trail.actsAfter(before)).isEmpty();
        invite("once", PROOF).then().statusCode(201);
    }

    @Test
    void takes_a_key_that_was_used_before_for_no_guess() {
        invite("once", PROOF).then().statusCode(201);
        for (var n = 0; n < 11; n++) {
            assertRefused(invite("once", Portal.anAddress("oscar"), PROOF), 422, "idempotency-key-reused");
        }

        invite("another", PROOF).then().statusCode(201);
    }

    private static Map<String, String> with(String code) {
        return Map.of("password", Person.PASSWORD, "code", code);
    }

    private Response invite(String key, Map<String, String> proof) {
        return invite(key, email, proof);
    }

    private Response invite(String key, String address, Map<String, String> proof) {
        var request = new HashMap<>(proof);
        request.putAll(Map.of("displayName", "Olga", "email", address, "role", "owner"));
        return owner.sends("POST", MEMBERS, request, Map.of("Idempotency-Key", key));
    }
}
