package dev.latchkey.ratelimit;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** One caller, who has been given a whole network and uses every part of it. */
@QuarkusTest
class ComingFromManyNetworksTest {

    private final int site = ThreadLocalRandom.current().nextInt(0x1000, 0x10000);

    @Test
    void gives_no_more_operator_keys_to_try() {
        assertRefusedAfter(20, this::inOne56, ComingFromManyNetworksTest::operator);
    }

    @Test
    void gives_no_more_of_them_for_a_whole_48() {
        assertRefusedAfter(80, n -> "3ffe:%x:1:%x::1".formatted(site, n << 8), ComingFromManyNetworksTest::operator);
    }

    @Test
    void gives_no_more_links_to_request() {
        var path = Api.PORTALS + "/" + Portal.clinic().slug() + "/login-links";

        assertRefusedAfter(60, n -> inOne56(n / 4), ip -> Person.behind(ip)
                .post(path, Map.of("email", Portal.anAddress("stranger"))));
    }

    @Test
    void gives_no_more_links_to_guess() {
        var guess = Map.of("token", "A".repeat(43));

        assertRefusedAfter(80, n -> inOne56(n / 4), ip -> Person.behind(ip).post(Api.SESSIONS, guess));
    }

    @Test
    void gives_no_more_passwords_to_try_at_one_account() {
        var guess = Map.of("email", Portal.anAddress("stranger"), "password", "wrong horse battery staple");

        assertRefusedAfter(30, this::inOne56, ip -> Person.behind(ip).post(Api.STAFF_SESSIONS, guess));
    }

    @Test
    void gives_no_more_password_resets_to_request() {
        assertRefusedAfter(
                60, n -> inOne56(n / 4), ip -> Person.behind(ip).requestsPasswordReset(Portal.anAddress("stranger")));
    }

    @Test
    void is_seen_through_what_a_proxy_writes_beside_the_address() {
        var ip = "198.18.%d.1".formatted(site % 256);

        assertRefusedAfter(
                10, n -> n % 2 == 0 ? ip + ":" + (40_000 + n) : "::ffff:" + ip, ComingFromManyNetworksTest::operator);
    }

    /** A slow machine gives room back meanwhile; but there are as many parts of the network as tries. */
    private static void assertRefusedAfter(int room, IntFunction<String> addresses, Function<String, Response> call) {
        for (var n = 0; n < 2 * room; n++) {
            var answer = call.apply(addresses.apply(n));
            if (answer.statusCode() == 429) {
                assertRefused(answer, 429, "too-many-requests");
                assertThat(n).isGreaterThanOrEqualTo(room);
                return;
            }
        }
        fail("A network was heard %d times", 2 * room);
    }

    /** Each a /64 of its own. */
    private String inOne56(int n) {
        return "3ffe:%x:2:a0%02x::1".formatted(site, n);
    }

    private static Response operator(String ip) {
        return Person.behind(ip).sends("GET", Api.CLINICS, null, Map.of("Authorization", "Bearer a guess"));
    }
}
