package dev.latchkey.ratelimit;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.ratelimit.Limit.Bucket;
import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The endpoints that {@code ArchitectureTest} finds to be {@link RateLimited}: bodies that are refused for what they say count, too. */
@QuarkusTest
class CountingBeforeJudgingTest {

    @Inject
    RateLimits limits;

    @ParameterizedTest
    @CsvSource({Api.ACCEPTANCE + ", invitation-acceptances", Api.RESET_COMPLETION + ", password-reset-completions"})
    void refuses_the_sixty_first_call_from_an_address_without_a_look_at_its_body(String door, String limit) {
        var stranger = Person.stranger();
        for (var n = 0; n < 60; n++) {
            assertRefused(stranger.post(door, Map.of("token", "a", "password", "too short")), 400, "invalid-request");
        }

        var refused = untilRefused(() -> stranger.post(door, Map.of("token", "a", "password", "too short")));

        assertRefused(refused, 429, "too-many-requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 15);
        assertThat(Trail.ofTheInstallation().actsIn(refused.header("X-Request-Id")))
                .containsExactly("visitor limited " + limit);
        assertRefused(Person.stranger().post(door, Map.of()), 400, "invalid-request");
    }

    /** One is left of the room for six hundred, which is a second and a half for each; few come back meanwhile. */
    @Test
    void refuses_the_six_hundred_and_first_who_wants_to_sign_in_from_an_address() {
        var address = "203.0.125.7";
        var ours =
                new Limit(600, Duration.ofMinutes(15)).bucket(RequestLimit.SIGN_IN_REQUESTS.code(), address + "/32 ");
        limits.spend(List.of(new Bucket(ours.code(), ours.name(), new Limit(1, Duration.ofSeconds(898)))));
        assertRefused(signIn(address), 400, "invalid-request");

        var answer = signIn(address);
        for (var n = 0; n < 5 && answer.statusCode() == 400; n++) {
            answer = signIn(address);
        }

        assertRefused(answer, 429, "too-many-requests");
        assertThat(Trail.ofTheInstallation().actsIn(answer.header("X-Request-Id")))
                .containsExactly("visitor limited sign-in-requests");
        assertRefused(signIn("203.0.125.8"), 400, "invalid-request");
    }

    private static Response signIn(String address) {
        return Person.behind(address).post(Api.STAFF_SESSIONS, Map.of());
    }

    @Test
    void counts_what_cannot_be_read_at_all() {
        var stranger = Person.stranger();
        for (var n = 0; n < 60; n++) {
            assertRefused(stranger.post(Api.ACCEPTANCE, "{\"token\""), 400, "malformed-request");
        }

        var refused = untilRefused(() -> stranger.post(Api.ACCEPTANCE, "{\"token\""));

        assertRefused(refused, 429, "too-many-requests");
    }

    /** Every fifteen seconds one call comes back, and sixty of them may take a slow machine longer. */
    private static Response untilRefused(Supplier<Response> call) {
        var answer = call.get();
        for (var n = 0; n < 60 && answer.statusCode() == 400; n++) {
            answer = call.get();
        }
        return answer;
    }
}
