package dev.latchkey.passwords;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.ratelimit.Limit;
import dev.latchkey.ratelimit.RateLimits;
import dev.latchkey.support.Api;
import dev.latchkey.support.Authenticator;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Strangers have a hundred tries a day at one account; a browser that a member has signed in with has its own. */
@QuarkusTest
class GuessingFromEverywhereTest {

    private static final String WRONG = "wrong horse battery staple";
    private static final String NEW = "a sentence that only we would say";
    private static final String DEVICE = "__Host-latchkey-device-";

    @Inject
    RateLimits limits;

    @Inject
    InstallationSecret secret;

    private final Practice clinic = Portal.clinic();
    private final String email = clinic.owner().email();

    /** Each from a network of its own, twenty-five at once. */
    @Test
    void gets_a_hundred_tries_of_five_hundred_and_shuts_out_no_browser_that_was_in_before() throws Exception {
        var device = deviceOf(signIn(email, Person.PASSWORD, ""));
        Callable<List<Response>> guesser =
                () -> Stream.generate(() -> signIn(email, WRONG, "")).limit(20).toList();

        var answers = Together.all(Collections.nCopies(25, guesser)).stream()
                .flatMap(List::stream)
                .toList();

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 401).hasSizeBetween(1, 100);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 429)
                .hasSizeGreaterThan(300)
                .allSatisfy(answer -> assertThat(answer.header("Retry-After")).isNotNull());
        assertRefused(signIn(email, Person.PASSWORD, ""), 429, "too-many-requests");
        signIn(email, Person.PASSWORD, device).then().statusCode(201);
        clinic.owner().get(Api.STAFF_ME).then().statusCode(200);
    }

    @Test
    void sounds_the_same_for_an_unknown_address() {
        var unknown = Portal.anAddress("stranger");
        exhaust(unknown);
        exhaust(email);

        var there = signIn(email, WRONG, "");
        var nowhere = signIn(unknown, WRONG, "");

        assertRefused(nowhere, 429, "too-many-requests");
        assertThat(nowhere.<String>path("detail")).isEqualTo(there.path("detail"));
        assertThat(Mailbox.lettersTo(email, 2)).hasSize(2);
        assertThat(Mailbox.lettersTo(unknown)).isEmpty();
    }

    @Test
    void is_told_to_the_member_once() {
        exhaust(email);
        for (var n = 0; n < 3; n++) {
            signIn(email, WRONG, "");
        }

        var letter = Mailbox.lettersTo(email, 2).get(0);
        assertThat(letter.subject()).isEqualTo("Someone is guessing at your password at Harbour Physio");
        assertThat(letter.text()).contains("Forgot password").doesNotContain("#");
        assertThat(Trail.of(clinic).actsAfter(0)).contains("system limited passwords-guessed");
        assertThat(Mailbox.lettersTo(email)).hasSize(2);
    }

    @Test
    void does_not_count_those_who_know_the_password() {
        spend(email, 99);

        for (var n = 0; n < 3; n++) {
            signIn(email, Person.PASSWORD, "").then().statusCode(201);
        }

        assertRefused(signIn(email, WRONG, ""), 401, "credentials-wrong");
        assertRefused(signIn(email, WRONG, ""), 429, "too-many-requests");
    }

    @Test
    void has_no_more_than_ten_tries_with_a_stolen_device_token_which_then_shuts_out_itself_alone() {
        var stolen = deviceOf(signIn(email, Person.PASSWORD, ""));
        var other = deviceOf(signIn(email, Person.PASSWORD, ""));
        for (var n = 0; n < 10; n++) {
            assertRefused(signIn(email, WRONG, stolen), 401, "credentials-wrong");
        }

        assertRefused(signIn(email, Person.PASSWORD, stolen), 429, "too-many-requests");
        signIn(email, Person.PASSWORD, other).then().statusCode(201);
        signIn(email, Person.PASSWORD, "").then().statusCode(201);
    }

    /** However patient: forty-nine are behind them. */
    @Test
    void has_no_more_than_fifty_tries_a_day_with_a_stolen_device_token() {
        var stolen = deviceOf(signIn(email, Person.PASSWORD, ""));
        var nonce = read(stolen, Instant.now()).orElseThrow().nonce();
        limits.spend(Collections.nCopies(
                49,
                new Limit(50, Duration.ofHours(24))
                        .bucket(StaffLimit.STAFF_FAILURES_PER_DEVICE.code(), "device " + nonce)));

        assertRefused(signIn(email, WRONG, stolen), 401, "credentials-wrong");

        assertRefused(signIn(email, Person.PASSWORD, stolen), 429, "too-many-requests");
        signIn(email, Person.PASSWORD, "").then().statusCode(201);
    }

    @Test
    void is_helped_by_no_device_token_that_is_a_year_old() {
        var device = deviceOf(signIn(email, Person.PASSWORD, ""));
        var end = Instant.ofEpochSecond(
                        read(device, Instant.now()).orElseThrow().issuedAt())
                .plus(Duration.ofDays(365));

        assertThat(read(device, end.minusSeconds(1))).isPresent();
        assertThat(read(device, end)).isEmpty();
    }

    @Test
    void is_helped_by_no_device_token_of_another_member_nor_a_forged_one() {
        var colleague = clinic.staff("receptionist").email();
        var theirs = deviceOf(signIn(colleague, Person.PASSWORD, ""));
        var own = deviceOf(signIn(email, Person.PASSWORD, ""));
        exhaust(email);

        var middle = own.length() / 2;
        var forged = own.substring(0, middle) + (own.charAt(middle) == 'A' ? 'B' : 'A') + own.substring(middle + 1);
        for (var device : List.of(
                theirs, forged, DEVICE + "0=", DEVICE + "0=" + "A".repeat(102), DEVICE + "0=" + "=".repeat(102))) {
            assertRefused(signIn(email, Person.PASSWORD, device), 429, "too-many-requests");
        }
        signIn(email, Person.PASSWORD, own).then().statusCode(201);
    }

    @Test
    void is_not_held_against_a_browser_that_was_in_when_its_network_is_shut() {
        var device = deviceOf(signIn(email, Person.PASSWORD, ""));
        var app = Authenticator.enrolledBy(clinic.owner());
        var office = "198.19." + (System.nanoTime() & 0xff) + ".1";
        var strangers = new Limit(50, Duration.ofMinutes(15)).bucket(StaffLimit.STAFF_FAILURES.code(), office + "/32 ");
        limits.spend(Collections.nCopies(50, strangers));
        assertRefused(
                post(office, Api.STAFF_SESSIONS, Map.of("email", email, "password", Person.PASSWORD), ""),
                429,
                "too-many-requests");

        var asked = post(office, Api.STAFF_SESSIONS, Map.of("email", email, "password", Person.PASSWORD), device);

        asked.then().statusCode(201);
        var proof = Map.of("secondFactorToken", asked.path("secondFactorToken"), "code", app.nextCode());
        post(office, Api.STAFF_CODE, proof, device).then().statusCode(201);
    }

    @Test
    void takes_no_hashing_from_a_browser_that_was_in() {
        var device = deviceOf(signIn(email, Person.PASSWORD, ""));
        var office = "198.18." + (System.nanoTime() & 0xff) + ".1";
        var credentials = Map.of("email", email, "password", Person.PASSWORD);
        limits.spend(Collections.nCopies(
                100,
                new Limit(100, Duration.ofMinutes(15)).bucket(StaffLimit.PASSWORD_HASHES.code(), office + "/32 ")));
        assertRefused(post(office, Api.STAFF_SESSIONS, credentials, ""), 429, "too-many-requests");

        post(office, Api.STAFF_SESSIONS, credentials, device).then().statusCode(201);

        assertThat(Trail.of(clinic).actsAfter(0)).doesNotContain("system limited passwords-guessed");
    }

    @Test
    void makes_no_strangers_of_colleagues_who_share_a_browser() {
        var colleague = clinic.staff("receptionist").email();
        var shared =
                deviceOf(signIn(email, Person.PASSWORD, "")) + "; " + deviceOf(signIn(colleague, Person.PASSWORD, ""));
        exhaust(email);
        exhaust(colleague);

        signIn(email, Person.PASSWORD, shared).then().statusCode(201);
        signIn(colleague, Person.PASSWORD, shared).then().statusCode(201);
    }

    @Test
    void ends_where_the_member_sets_a_new_password_by_mail_in_whose_browser_they_are_no_stranger() {
        var before = deviceOf(signIn(email, Person.PASSWORD, ""));
        exhaust(email);
        Person.stranger().requestsPasswordReset(email).then().statusCode(202);
        var reset = Mailbox.lettersTo(email, 2).get(0).fragment();

        var completed = Person.stranger().completesPasswordReset(reset, NEW);

        completed.then().statusCode(204).header("Cache-Control", "no-store");
        assertRefused(signIn(email, NEW, before), 429, "too-many-requests");
        signIn(email, NEW, deviceOf(completed)).then().statusCode(201);
    }

    @Test
    void is_as_strange_everywhere_but_where_the_password_was_changed() {
        var before = deviceOf(signIn(email, Person.PASSWORD, ""));
        var changed = clinic.owner().changesPassword(Person.PASSWORD, NEW);
        changed.then().statusCode(204);
        exhaust(email);

        assertRefused(signIn(email, NEW, before), 429, "too-many-requests");
        signIn(email, NEW, deviceOf(changed)).then().statusCode(201);
    }

    @Test
    void is_told_by_the_header_what_the_cookie_tells() {
        var device = deviceOf(signIn(email, Person.PASSWORD, ""));
        exhaust(email);
        var body = Map.of("email", email, "password", Person.PASSWORD);
        var header = Map.of("Latchkey-Device", device.substring(device.indexOf('=') + 1));

        Person.stranger().sends("POST", Api.STAFF_SESSIONS, body, header).then().statusCode(201);
    }

    @Test
    void leaves_the_browser_its_token_for_a_year() {
        var set = deviceCookieOf(signIn(email, Person.PASSWORD, ""));

        assertThat(set)
                .contains("Max-Age=31536000", "Path=/", "Secure", "HttpOnly", "SameSite=Strict")
                .doesNotContain("Domain");
    }

    /** As a hundred wrong guesses leave it, without the time they take. */
    private void exhaust(String account) {
        spend(account, 100);
    }

    private void spend(String account, int tries) {
        var key = EmailAddress.parse(account).orElseThrow().key();
        var strangers = new Limit(100, Duration.ofHours(24)).bucket(StaffLimit.STAFF_FAILURES_PER_ACCOUNT.code(), key);
        limits.spend(Collections.nCopies(tries, strangers));
    }

    private Optional<DeviceToken> read(String cookie, Instant now) {
        return DeviceToken.parse(cookie.substring(cookie.indexOf('=') + 1), secret, now);
    }

    private static String deviceOf(Response answer) {
        var cookie = deviceCookieOf(answer);
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private static String deviceCookieOf(Response answer) {
        return answer.headers().getValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(DEVICE))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no device: " + answer.statusCode() + " " + answer.asString()));
    }

    private static Response signIn(String email, String password, String cookie) {
        return Person.stranger()
                .sends(
                        "POST",
                        Api.STAFF_SESSIONS,
                        Map.of("email", email, "password", password),
                        cookie.isEmpty() ? Map.of() : Map.of("Cookie", cookie));
    }

    private static Response post(String ip, String path, Object body, String cookie) {
        return Person.behind(ip).sends("POST", path, body, cookie.isEmpty() ? Map.of() : Map.of("Cookie", cookie));
    }
}
