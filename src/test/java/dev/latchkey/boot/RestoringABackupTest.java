package dev.latchkey.boot;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.passwords.StaffLimit;
import dev.latchkey.ratelimit.Limit;
import dev.latchkey.ratelimit.RateLimits;
import dev.latchkey.support.Answers;
import dev.latchkey.support.Api;
import dev.latchkey.support.Authenticator;
import dev.latchkey.support.Database;
import dev.latchkey.support.LinkBatch;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.RefreshCookie;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the copy still knows to be alive, which since then may have been ended, spent or sent. */
@QuarkusTest
class RestoringABackupTest {

    private static final String NEW = "a sentence that only we would say";

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");

    @Inject
    RestoringBackup restoring;

    @Inject
    Clock clock;

    @Inject
    RateLimits limits;

    @Test
    void ends_every_session_and_its_refresh_tokens() {
        mia.asksForALoginLink();
        var entered = mia.followsTheLinkInTheirMail();
        var token = Person.withToken(entered.path("accessToken"));
        token.get(Api.ME).then().statusCode(200);
        var staff =
                RefreshCookie.of(Person.stranger().signsInAsStaff(clinic.owner().email(), Person.PASSWORD));

        restored();

        assertThat(token.get(Api.ME).statusCode()).isEqualTo(401);
        assertThat(clinic.owner().get(Api.STAFF_ME).statusCode()).isEqualTo(401);
        assertRefused(RefreshCookie.of(entered).refreshes(), 401, "session-ended");
        assertRefused(staff.refreshes(), 401, "session-ended");
        mia.signsInAgain().get(Api.ME).then().statusCode(200);
    }

    @Test
    void ends_links_and_their_codes_and_choices() {
        var address = Portal.anAddress("family");
        var noah = clinic.client("Noah", address);
        clinic.client("Ella", address);
        noah.asksForALoginLink();
        var choice = noah.followsTheLinkInTheirMail();
        var requestId = mia.asksForALoginLink().then().statusCode(202).extract().<String>path("requestId");
        var letter = Mailbox.newestTo(mia.email());

        restored();

        assertRefused(mia.follows(letter.fragment()), 401, "login-link-revoked");
        var typed = Person.stranger().entersLoginCode(requestId, letter.code());
        assertThat(typed.statusCode()).isEqualTo(401);
        assertThat(noah.chooses(choice.path("choiceToken"), choice.path("profiles[0].ref"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void ends_invitations_and_new_passwords() {
        var email = Portal.anAddress("sam");
        var sam = Map.of("displayName", "Sam Staff", "email", email, "role", "receptionist");
        clinic.owner().post(Api.MEMBERS, sam).then().statusCode(201);
        var invitation = Mailbox.newestTo(email).fragment();
        var address = clinic.owner().email();
        Person.stranger().requestsPasswordReset(address).then().statusCode(202);
        await().until(() -> Mailbox.newestTo(address).text().contains("/password-reset#"));
        var reset = Mailbox.newestTo(address).fragment();

        restored();

        assertRefused(Person.stranger().acceptsInvitation(invitation, Person.PASSWORD), 422, "invitation-unusable");
        assertRefused(Person.stranger().completesPasswordReset(reset, NEW), 422, "password-reset-unusable");
        var owner = Person.signedInStaff(address);
        owner.post(Api.MEMBERS, sam).then().statusCode(201);
        await().until(() -> Mailbox.lettersTo(email).size() == 2);
        Person.stranger()
                .acceptsInvitation(Mailbox.newestTo(email).fragment(), Person.PASSWORD)
                .then()
                .statusCode(200);
    }

    @Test
    void ends_what_clients_were_to_confirm() {
        var next = Portal.anAddress("next");
        clinic.owner().asksToConfirm(mia, next).then().statusCode(202);
        var token = Mailbox.newestTo(next).fragment();

        restored();

        assertRefused(Person.stranger().confirmsEmail(token), 422, "email-confirmation-unusable");
    }

    @Test
    void takes_no_second_factor_twice() {
        var app = Authenticator.enrolledBy(clinic.owner());
        var used = app.code();
        var begun = Person.stranger()
                .signsInAsStaff(clinic.owner().email(), Person.PASSWORD)
                .<String>path("secondFactorToken");
        Database.execute("delete from staff_second_factor_step"); // the copy does not know

        restored();

        assertThat(Person.stranger().entersSecondFactor(begun, app.nextCode()).statusCode())
                .isEqualTo(401);
        var again = Person.stranger()
                .signsInAsStaff(clinic.owner().email(), Person.PASSWORD)
                .<String>path("secondFactorToken");
        assertRefused(Person.stranger().entersSecondFactor(again, used), 422, "second-factor-code-wrong");
        assertRefused(
                Person.stranger().entersSecondFactor(again, app.recoveryCodes().get(0)),
                422,
                "second-factor-code-wrong");
    }

    @Test
    void signs_with_new_keys_alone() {
        clinic.owner().get(Api.STAFF_ME).then().statusCode(200);

        restored();

        assertRefused(clinic.owner().get(Api.STAFF_ME), 401, "token-invalid");
    }

    @Test
    void sends_no_letter_again() {
        var letter = UUID.randomUUID();
        Database.execute(
                "insert into letter (id, clinic_id, kind, recipient, content, status, queued_at, attempts) values (?,"
                        + " ?, 'staff-invitation', 'x@example.org', 'x', 'queued', now() - interval '1 h', 0)",
                letter,
                Database.clinicId(clinic.slug()));

        restored();

        assertThat(Database.count("select count(*) from letter where id = ? and status = 'withdrawn'", letter))
                .isOne();
    }

    /** A node of the version before, which stores the kind alone, is as good. */
    @Test
    void forgets_the_stranger_whom_a_letter_was_to_tell() {
        var letter = UUID.randomUUID();
        Database.execute(
                "insert into letter (id, clinic_id, kind, recipient, content, status, queued_at, attempts) values (?,"
                        + " ?, 'no-client-record', 'x@example.org', 'x', 'queued', now() - interval '1 h', 0)",
                letter,
                Database.clinicId(clinic.slug()));

        restored();

        assertThat(Database.count(
                        "select count(*) from letter where id = ? and status = 'withdrawn' and recipient is null",
                        letter))
                .isOne();
    }

    @Test
    void answers_no_ask_for_a_link_again() {
        var ask = UUID.randomUUID();
        Database.execute(
                "insert into login_request (id, clinic_id, address_hash, sealed_address_key, asked_at)"
                        + " values (?, ?, sha256('x'), 'x', now() - interval '1 min')",
                ask,
                Database.clinicId(clinic.slug()));

        restored();

        assertThat(Database.count(
                        "select count(*) from login_request where id = ? and outcome = 'SUPPRESSED'"
                                + " and sealed_address_key is null",
                        ask))
                .isOne();
    }

    @Test
    void writes_to_no_one_again_for_a_batch() {
        var batch = LinkBatch.running(clinic);

        restored();

        await().untilAsserted(() ->
                assertThat(batchOf(clinic).path("status").asText()).isEqualTo("cancelled"));
        assertThat(Database.count(
                        "select count(*) from login_link_batch_recipient where batch_id = ? and status = 'waiting'",
                        UUID.fromString(batch.id())))
                .isZero();
    }

    private static JsonNode batchOf(Practice clinic) {
        return Answers.json(Person.signedInStaff(clinic.owner().email()).get(Api.LINK_BATCHES))
                .at("/items/0");
    }

    /** What they got since is lost, and the answer would be of what is not there. */
    @Test
    void repeats_no_answer() {
        var first = add(clinic.owner());
        assertThat(add(clinic.owner()).<String>path("id")).isEqualTo(first.path("id"));

        restored();

        var again = add(Person.signedInStaff(clinic.owner().email()));
        again.then().statusCode(201);
        assertThat(again.<String>path("id")).isNotEqualTo(first.path("id"));
    }

    private static Response add(Person staff) {
        return staff.sends(
                "POST", Api.PRACTITIONERS, Map.of("displayName", "Dr Park"), Map.of("Idempotency-Key", "once"));
    }

    @Test
    void makes_strangers_of_the_browsers_it_knew() {
        var device = deviceOf(Person.stranger().signsInAsStaff(clinic.owner().email(), Person.PASSWORD));
        var key = EmailAddress.parse(clinic.owner().email()).orElseThrow().key();
        limits.spend(Collections.nCopies(
                100, new Limit(100, Duration.ofHours(24)).bucket(StaffLimit.STAFF_FAILURES_PER_ACCOUNT.code(), key)));
        signInWith(device).then().statusCode(201);

        restored();

        assertRefused(signInWith(device), 429, "too-many-requests");
    }

    private Response signInWith(String device) {
        var credentials = Map.of("email", clinic.owner().email(), "password", Person.PASSWORD);
        return Person.stranger().sends("POST", Api.STAFF_SESSIONS, credentials, Map.of("Cookie", device));
    }

    private static String deviceOf(Response answer) {
        return answer.headers().getValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("__Host-latchkey-device-"))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void is_noticed_once_however_many_nodes_start_and_is_on_record() throws Exception {
        var moment = clock.instant();
        Callable<Integer> node = () -> {
            restoring.restore(moment);
            return 1;
        };

        var before = keys();
        Together.all(Stream.generate(() -> node).limit(4).toList());
        await().until(() -> !keys().equals(before));
        var since = mia.signsIn();
        restoring.restore(moment);
        restoring.restore(moment.minus(Duration.ofHours(1)));

        since.get(Api.ME).then().statusCode(200);
        assertThat(Database.count(
                        "select count(*) from audit_event where act = 'BACKUP_RESTORED' and happened_at >= ? and"
                                + " clinic_id = ?",
                        moment.atOffset(ZoneOffset.UTC),
                        Database.clinicId(clinic.slug())))
                .isOne();
    }

    /** As at a start, which reads the keys afterwards. */
    private void restored() {
        var before = keys();
        restoring.restore(clock.instant());
        await().untilAsserted(() -> assertThat(keys()).isNotEmpty().doesNotContainAnyElementsOf(before));
    }

    private static List<String> keys() {
        return Person.stranger().get("/.well-known/jwks.json").path("keys.kid");
    }
}
