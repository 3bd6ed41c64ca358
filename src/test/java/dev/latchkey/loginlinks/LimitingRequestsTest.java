package dev.latchkey.loginlinks;

import static dev.latchkey.support.Refusals.assertRefused;
import static dev.latchkey.support.Refusals.assertRetriedAfter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** With the limits that an installation has. */
@QuarkusTest
@TestProfile(AsInstalled.class)
class LimitingRequestsTest {

    private final Practice clinic = Portal.clinic();
    private final String office = "198.51.100.%d";

    @Test
    void refuses_the_eleventh_ask_from_an_address_and_says_when_to_come_back() {
        var began = System.nanoTime();
        for (var n = 0; n < 10; n++) {
            ask("203.0.113.7").then().statusCode(202);
        }

        var refused = ask("203.0.113.7");

        assertRefused(refused, 429, "too-many-requests");
        assertRetriedAfter(refused, 90, began);
        assertThat(refused.header("RateLimit")).contains("r=0").contains("t=" + refused.header("Retry-After"));
        ask("203.0.113.8").then().statusCode(202);
    }

    @Test
    void counts_exactly_however_many_ask_at_once() throws Exception {
        Callable<Response> ask = () -> ask("203.0.114.7");

        var answers = Together.all(IntStream.range(0, 30).mapToObj(n -> ask).toList());

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 202).hasSize(10);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 429).hasSize(20);
    }

    @Test
    void refuses_the_sixty_first_ask_from_a_network() {
        for (var n = 0; n < 60; n++) {
            assertThat(ask(office.formatted(n / 10)).statusCode())
                    .as("ask " + n)
                    .isEqualTo(202);
        }

        assertRefused(ask(office.formatted(99)), 429, "too-many-requests");
    }

    @Test
    void does_not_let_one_address_use_up_its_neighbours_share() {
        for (var n = 0; n < 80; n++) {
            ask("192.0.2.1");
        }

        ask("192.0.2.2").then().statusCode(202);
    }

    @Test
    void takes_the_word_of_no_hop_but_the_last_before_the_proxy() {
        for (var n = 0; n < 10; n++) {
            ask("10.1.2." + n + ", 203.0.115.7").then().statusCode(202);
        }

        assertRefused(ask("10.9.9.9, 203.0.115.7"), 429, "too-many-requests");
    }

    @Test
    void takes_a_household_of_ipv6_for_one() {
        for (var n = 0; n < 10; n++) {
            ask("2001:db8:aaaa:1::" + n).then().statusCode(202);
        }

        assertRefused(ask("2001:db8:aaaa:1:ffff::1"), 429, "too-many-requests");
        ask("2001:db8:aaaa:2::1").then().statusCode(202);
    }

    @Test
    void counts_callers_together_who_hide() {
        for (var n = 0; n < 10; n++) {
            ask("unknown").then().statusCode(202);
        }

        assertRefused(ask("_hidden"), 429, "too-many-requests");
    }

    @Test
    void lets_a_mailbox_have_one_letter_a_minute_and_cancels_nothing_for_the_second() {
        var mia = clinic.client("Mia");
        mia.asksForALoginLink().then().statusCode(202);
        var link = Mailbox.newestTo(mia.email()).fragment();

        mia.asksForALoginLink().then().statusCode(202);

        await().untilAsserted(() -> assertThat(Database.count(
                        "select count(*) from login_request r join clinic c on c.id = r.clinic_id"
                                + " where c.slug = ? and outcome = 'SUPPRESSED'",
                        clinic.slug()))
                .isEqualTo(1));
        assertThat(Mailbox.lettersTo(mia.email())).hasSize(1);
        mia.follows(link).then().statusCode(201);
    }

    @Test
    void tells_twenty_strangers_of_a_domain_in_an_hour_that_there_is_no_record() {
        var domain = "unknown-" + clinic.slug() + ".example.org";
        for (var n = 0; n < 22; n++) {
            from(
                    "198.51.101." + n,
                    Api.PORTALS + "/" + clinic.slug() + "/login-links",
                    Map.of("email", n + "@" + domain));
        }

        await().untilAsserted(() -> assertThat(outcomes("NO_CLIENT_RECORD")).isEqualTo(20));
        await().untilAsserted(() -> assertThat(outcomes("SUPPRESSED")).isEqualTo(2));
    }

    @Test
    void tells_fifty_strangers_in_an_hour_what_a_clinic_has_no_record_of() {
        for (var n = 0; n < 52; n++) {
            var stranger = "stranger@unknown-" + n + "-" + clinic.slug() + ".example.org";
            from("198.51.102." + n, Api.PORTALS + "/" + clinic.slug() + "/login-links", Map.of("email", stranger));
        }

        await().untilAsserted(() -> assertThat(outcomes("NO_CLIENT_RECORD")).isEqualTo(50));
        await().untilAsserted(() -> assertThat(outcomes("SUPPRESSED")).isEqualTo(2));
    }

    private long outcomes(String outcome) {
        return Database.count(
                "select count(*) from login_request r join clinic c on c.id = r.clinic_id where c.slug = ? and outcome = ?",
                clinic.slug(),
                outcome);
    }

    private Response ask(String forwardedFor) {
        return from(
                forwardedFor,
                Api.PORTALS + "/" + clinic.slug() + "/login-links",
                Map.of("email", Portal.anAddress("stranger")));
    }

    private static Response from(String forwardedFor, String path, Object body) {
        return Person.behind(forwardedFor).post(path, body);
    }
}
