package dev.latchkey.secondfactor;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.passwords.StaffLimit;
import dev.latchkey.ratelimit.Limit;
import dev.latchkey.ratelimit.RateLimits;
import dev.latchkey.support.Api;
import dev.latchkey.support.Authenticator;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GuessingASecondFactorTest {

    private static final String NEW = "a sentence that only we would say";

    @Inject
    RateLimits limits;

    private final Practice clinic = Portal.clinic();
    private final Person owner = clinic.owner();
    private final Authenticator app = Authenticator.enrolledBy(owner);

    @Test
    void may_go_wrong_five_times_and_then_begins_again() {
        var token = token();
        for (var n = 0; n < 5; n++) {
            assertRefused(
                    Person.stranger().entersSecondFactor(token, app.wrongCode()), 422, "second-factor-code-wrong");
        }

        assertRefused(Person.stranger().entersSecondFactor(token, app.nextCode()), 401, "second-factor-token-invalid");
        Person.stranger().entersSecondFactor(token(), app.nextCode()).then().statusCode(201);
    }

    @Test
    void counts_tries_exactly_however_many_come_at_once() throws Exception {
        var token = token();
        var wrong = app.wrongCode();
        Callable<Response> guess = () -> Person.stranger().entersSecondFactor(token, wrong);

        var answers = Together.all(Collections.nCopies(12, guess));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 422).hasSize(5);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 401).hasSize(7);
    }

    @Test
    void is_refused_for_a_forged_token() {
        assertRefused(
                Person.stranger().entersSecondFactor("a".repeat(43), app.nextCode()),
                401,
                "second-factor-token-invalid");
        assertRefused(
                Person.stranger().entersSecondFactor("ä\u0000", app.nextCode()), 401, "second-factor-token-invalid");
        assertRefused(Person.stranger().entersSecondFactor(token(), "\u0000".repeat(6)), 400, "invalid-request");
        assertRefused(Person.stranger().entersSecondFactor(token(), "12345"), 400, "invalid-request");
        assertRefused(Person.stranger().entersSecondFactor(token(), "......"), 422, "second-factor-code-wrong");
        assertRefused(Person.withToken(token()).get(Api.STAFF_ME), 401, "token-invalid");
    }

    @Test
    void cannot_be_guessed_from_everywhere_with_the_password() {
        for (var n = 0; n < 20; n++) {
            assertRefused(
                    Person.stranger().entersSecondFactor(token(), app.wrongCode()), 422, "second-factor-code-wrong");
        }

        var refused = Person.stranger().entersSecondFactor(token(), app.nextCode());

        assertRefused(refused, 429, "too-many-requests");
        assertThat(refused.header("Retry-After")).isNotNull();
        owner.changesPassword(Person.PASSWORD, NEW).then().statusCode(204);
        Person.stranger()
                .entersSecondFactor(
                        Person.stranger().signsInAsStaff(owner.email(), NEW).path("secondFactorToken"), app.nextCode())
                .then()
                .statusCode(201);
    }

    /** As a hundred wrong codes leave it, without the time they take. */
    @Test
    void is_bounded_however_often_the_password_is_changed() {
        limits.spend(Collections.nCopies(
                100,
                new Limit(100, Duration.ofHours(24)).bucket(StaffLimit.WRONG_CODES_PER_MEMBER.code(), owner.id())));
        owner.changesPassword(Person.PASSWORD, NEW).then().statusCode(204);

        assertRefused(
                Person.stranger()
                        .entersSecondFactor(
                                Person.stranger()
                                        .signsInAsStaff(owner.email(), NEW)
                                        .path("secondFactorToken"),
                                app.nextCode()),
                429,
                "too-many-requests");
    }

    @Test
    void cannot_be_kept_from_the_member_without_the_password() {
        for (var n = 0; n < 25; n++) {
            Person.stranger().signsInAsStaff(owner.email(), "wrong horse battery staple");
            Person.stranger().entersSecondFactor("a".repeat(43), "000000");
        }

        Person.stranger().entersSecondFactor(token(), app.nextCode()).then().statusCode(201);
    }

    @Test
    void locks_out_no_colleague_be_it_at_the_same_address() {
        var colleague = clinic.staff("receptionist");
        var theirs = Authenticator.enrolledBy(colleague);
        for (var n = 0; n < 20; n++) {
            var ip = "203.0.113." + (20 + n / 10);
            assertRefused(enter(ip, owner, app.wrongCode()), 422, "second-factor-code-wrong");
        }

        assertRefused(enter("203.0.113.22", owner, app.nextCode()), 429, "too-many-requests");
        enter("203.0.113.21", colleague, theirs.nextCode()).then().statusCode(201);
    }

    private static Response enter(String ip, Person member, String code) {
        var token = postFrom(ip, Api.STAFF_SESSIONS, Map.of("email", member.email(), "password", Person.PASSWORD))
                .<String>path("secondFactorToken");
        return postFrom(ip, Api.STAFF_CODE, Map.of("secondFactorToken", token, "code", code));
    }

    private static Response postFrom(String ip, String path, Object body) {
        return Person.behind(ip).post(path, body);
    }

    private String token() {
        return Person.stranger().signsInAsStaff(owner.email(), Person.PASSWORD).path("secondFactorToken");
    }
}
