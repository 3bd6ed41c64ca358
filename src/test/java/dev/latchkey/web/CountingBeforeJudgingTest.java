package dev.latchkey.web;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Person;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The endpoints that {@code ArchitectureTest} finds to be {@link RateLimited}: bodies that are refused for what they say count, too. */
@QuarkusTest
class CountingBeforeJudgingTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/staff/invitations/acceptance, invitation-acceptances",
        "/v1/staff/password-resets/completion, password-reset-completions"
    })
    void refuses_the_sixty_first_call_from_an_address_without_a_look_at_its_body(String door, String limit) {
        var stranger = Person.nobody();
        for (var n = 0; n < 60; n++) {
            assertRefused(stranger.post(door, Map.of("token", "a", "password", "too short")), 400, "invalid-request");
        }

        var refused = stranger.post(door, Map.of("token", "a", "password", "too short"));

        assertRefused(refused, 429, "too-many-requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 15);
        assertThat(Trail.ofTheInstallation().actsIn(refused.header("X-Request-Id")))
                .containsExactly("visitor limited " + limit);
        assertRefused(Person.nobody().post(door, Map.of()), 400, "invalid-request");
    }

    @Test
    void counts_what_cannot_be_read_at_all() {
        var stranger = Person.nobody();
        for (var n = 0; n < 60; n++) {
            assertRefused(stranger.post("/v1/staff/invitations/acceptance", "{\"token\""), 400, "malformed-request");
        }

        assertRefused(stranger.post("/v1/staff/invitations/acceptance", "{\"token\""), 429, "too-many-requests");
    }
}
