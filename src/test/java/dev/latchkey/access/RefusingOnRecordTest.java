package dev.latchkey.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.support.Api;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RefusingOnRecordTest {

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");
    private final Trail trail = Trail.of(clinic);
    private final int before = trail.lines().size();

    @Test
    void tells_of_a_link_that_was_followed_twice_or_is_replaced() {
        mia.asksForALoginLink();
        var first = Mailbox.newestTo(mia.email()).fragment();
        mia.signsInAgain();
        var second = Mailbox.newestTo(mia.email()).fragment();

        var superseded = mia.follows(first);
        var used = mia.follows(second);

        assertThat(actsIn(superseded)).containsExactly("visitor login-link-rejected login-link-superseded");
        assertThat(actsIn(used)).containsExactly("visitor login-link-replayed login-link-used");
    }

    @Test
    void tells_the_operator_of_a_link_that_is_none() {
        var unknown = mia.follows("no-link");

        assertThat(Trail.ofTheInstallation().actsIn(unknown.header("X-Request-Id")))
                .containsExactly("visitor login-link-rejected login-link-unknown");
    }

    @Test
    void tells_of_a_wrong_code_and_of_a_right_one() {
        String publicId = mia.asksForALoginLink().path("requestId");
        var code = Mailbox.newestTo(mia.email()).code();
        var wrong = code.equals("000000") ? "000001" : "000000";

        var rejected = Person.stranger().entersLoginCode(publicId, wrong);
        var redeemed = Person.stranger().entersLoginCode(publicId, code);

        assertThat(actsIn(rejected)).containsExactly("visitor login-link-rejected login-code-wrong");
        assertThat(actsIn(redeemed)).containsExactly("visitor login-link-redeemed", "client session-opened");
    }

    @Test
    void tells_who_asked_that_is_no_client_and_that_once_a_day_is_enough() {
        var stranger = Person.asking(clinic, Portal.anAddress("stranger"));
        stranger.asksForALoginLink();
        Mailbox.newestTo(stranger.email());

        stranger.asksForALoginLink();

        await().untilAsserted(() -> assertThat(trail.actsAfter(before))
                .containsExactly(
                        "visitor login-link-requested",
                        "system no-client-record",
                        "visitor login-link-requested",
                        "system login-link-suppressed no-record-limit"));
    }

    @Test
    void tells_of_a_wrong_password() {
        var answer = Person.stranger().signsInAsStaff(clinic.owner().email(), "not the password");
        var stranger = Person.stranger().signsInAsStaff(Portal.anAddress("x"), "not the password");

        assertThat(actsIn(answer)).containsExactly("visitor staff-sign-in-failed credentials-wrong");
        assertThat(Trail.ofTheInstallation().actsIn(stranger.header("X-Request-Id")))
                .containsExactly("visitor staff-sign-in-failed credentials-wrong");
    }

    @Test
    void tells_once_a_minute_that_a_caller_asks_too_much() {
        var limited = "203.0.113.77";
        for (var n = 0; n < 10; n++) {
            ask(limited).then().statusCode(202);
        }

        var first = ask(limited);
        var second = ask(limited);

        first.then().statusCode(429);
        second.then().statusCode(429);
        assertThat(Trail.ofTheInstallation().actsIn(first.header("X-Request-Id")))
                .containsExactly("visitor limited login-link-requests");
        assertThat(Trail.ofTheInstallation().actsIn(second.header("X-Request-Id")))
                .isEmpty();
    }

    private Response ask(String ip) {
        return Person.behind(ip).post(Api.PORTALS + "/" + clinic.slug() + "/login-links", Map.of("email", mia.email()));
    }

    private List<String> actsIn(Response answer) {
        return await().atMost(Duration.ofSeconds(5))
                .until(() -> trail.actsIn(answer.header("X-Request-Id")), acts -> !acts.isEmpty());
    }
}
