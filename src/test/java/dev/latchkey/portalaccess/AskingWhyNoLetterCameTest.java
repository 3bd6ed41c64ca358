package dev.latchkey.portalaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.loginlinks.AsInstalled;
import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.MoodyMailServer;
import dev.latchkey.support.MoodyMailServer.Mood;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each of the situations is brought about, with the limits that an installation has and a mail server with moods. */
@QuarkusTest
@TestProfile(AsInstalled.class)
class AskingWhyNoLetterCameTest {

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");
    private final Desk desk = new Desk(clinic, mia);

    @AfterEach
    void the_mail_server_is_content() {
        MoodyMailServer.becomes(Mood.CONTENT);
    }

    @Test
    void none_was_asked_for() {
        desk.hears("never-invited", "send-login-link");
    }

    @Test
    void the_record_has_no_address() {
        new Desk(clinic, clinic.client("Walter", null)).hears("email-missing", "add-email");
    }

    @Test
    void the_address_looks_mistyped() {
        var otto = clinic.client("Otto", "otto.%s@gmial.com".formatted(clinic.slug()));
        var asked = new Desk(clinic, otto);

        asked.hears("never-invited", "check-email", "send-login-link");
        asked.asks().then().body("mailbox.likelyMeantDomain", equalTo("gmail.com"));
    }

    @Test
    void the_mail_server_does_not_know_the_mailbox() {
        MoodyMailServer.becomes(Mood.AGAINST_THE_RECIPIENT);
        sends();

        desk.hears("address-bounced", "check-email", "clear-address-flag");
        desk.asks()
                .then()
                .body("links[0].failure", equalTo("recipient-refused"))
                .body("mailbox.addressFlag.code", equalTo("550 5.1.1"))
                .body("mailbox.addressFlag.since", notNullValue());
    }

    @Test
    void their_mailbox_is_full() {
        var full = clinic.client("Lea", Portal.anAddress("full.lea"));
        clinic.owner().sendsLoginLinkTo(full, full.email()).then().statusCode(202);

        var asked = new Desk(clinic, full);
        asked.hears("letter-failed", "check-email", "send-login-link");
        asked.asks().then().body("mailbox.addressFlag", nullValue());
    }

    @Test
    void the_mail_server_is_away_for_now() {
        MoodyMailServer.becomes(Mood.AWAY);
        sends();

        desk.hears("letter-deferred", "wait");
    }

    @Test
    void the_mail_server_was_away_too_long() {
        MoodyMailServer.becomes(Mood.AWAY);
        sends();
        desk.hears("letter-deferred", "wait");

        Database.minutesPassForLinksTo(mia.email(), 15);

        desk.hears("letter-too-late", "ask-mail-operator", "send-login-link");
    }

    /** Each link has a letter of its own, and the server keeps each waiting for a while before it fails. */
    @Test
    void its_turn_has_not_come() {
        MoodyMailServer.becomes(Mood.DRIPPING_AT_THE_SENDER);
        await().atMost(Desk.PATIENCE).untilAsserted(() -> {
            sends();
            desk.hearsNow("letter-waiting", "wait");
        });

        MoodyMailServer.becomes(Mood.CONTENT);

        desk.hears("link-sent", "look-in-spam", "check-email");
    }

    /** As when another transaction is at the mailbox: it has the lock of those who write to it. */
    @Test
    void their_request_waits() throws Exception {
        try (var ignored = holdingTheMailbox()) {
            mia.asksForALoginLink().then().statusCode(202);

            desk.hears("request-waiting", "wait");
            desk.asks().then().body("requests[0].outcome", equalTo("waiting"));
        }

        desk.hears("link-sent", "look-in-spam", "check-email");
    }

    @Test
    void their_request_waited_for_a_day() throws Exception {
        try (var ignored = holdingTheMailbox()) {
            mia.asksForALoginLink().then().statusCode(202);
            desk.hears("request-waiting", "wait");

            Database.hoursPassForRequestsAt(clinic.slug(), 25);

            desk.hears("request-too-late", "send-login-link");
        }

        desk.asks().then().body("requests[0].reason", equalTo("too-late")).body("links.size()", equalTo(0));
        assertThat(MoodyMailServer.lettersTo(mia.email())).isEmpty();
    }

    /** It did not say why not. */
    @Test
    void a_node_of_the_version_before_did_not_answer() {
        clinic.owner().patch(Api.PORTAL_SETTINGS, Map.of("on", false)).then().statusCode(200);
        mia.asksForALoginLink().then().statusCode(202);
        await().atMost(Desk.PATIENCE)
                .untilAsserted(() -> desk.asks().then().body("requests[0].reason", equalTo("portal-off")));
        clinic.owner().patch(Api.PORTAL_SETTINGS, Map.of("on", true)).then().statusCode(200);

        Database.execute(
                "update login_request set suppressed_because = null where clinic_id = ?",
                Database.clinicId(clinic.slug()));

        desk.hears("request-unanswered", "send-login-link");
    }

    /** Links are listed by the clocks of the nodes that minted them. */
    @Test
    void a_newer_one_came_from_a_node_whose_clock_is_behind() throws Exception {
        sends();
        desk.hears("link-sent", "look-in-spam", "check-email");
        sends();
        desk.asks().then().body("links[1].status", equalTo("superseded"));

        Database.tampers(
                "update login_link set id = ? where address_key = ? and superseded_at is null",
                new UUID(0x7000, clinic.slug().hashCode()),
                mia.email());

        desk.hears("link-superseded", "use-newest-letter");
    }

    @Test
    void it_is_on_its_way() {
        sends();

        desk.hears("link-sent", "look-in-spam", "check-email");
        desk.asks()
                .then()
                .body("links[0].requestedBy.displayName", equalTo("Olivia Owner"))
                .body("mailbox.sharedWith.size()", equalTo(0));
    }

    @Test
    void others_share_the_mailbox() {
        var noah = clinic.client("Noah", mia.email());
        sends();

        desk.hears("link-sent", "look-in-spam", "check-email", "choose-profile");
        desk.asks().then().body("mailbox.sharedWith[0].id", equalTo(noah.id()));
    }

    @Test
    void its_time_is_over() {
        sends();
        desk.hears("link-sent", "look-in-spam", "check-email");

        Database.minutesPassForLinksTo(mia.email(), 15);

        desk.hears("link-expired", "send-login-link", "look-in-spam");
    }

    @Test
    void they_asked_too_often() {
        mia.asksForALoginLink().then().statusCode(202);
        desk.hears("link-sent", "look-in-spam", "check-email");
        mia.asksForALoginLink().then().statusCode(202);

        desk.hears("requests-limited", "use-newest-letter", "wait");
        desk.asks()
                .then()
                .body("requests[0].outcome", equalTo("suppressed"))
                .body("requests[0].reason", equalTo("login-link-requests-per-mailbox"))
                .body("requests[1].outcome", equalTo("link-sent"))
                .body("mailbox.limitedUntil", notNullValue());
        Database.minutesPassForLimits(60 * 24);
        desk.asks().then().body("mailbox.limitedUntil", nullValue());
    }

    @Test
    void they_asked_too_often_and_then_followed_the_link() {
        mia.asksForALoginLink().then().statusCode(202);
        desk.hears("link-sent", "look-in-spam", "check-email");
        mia.asksForALoginLink().then().statusCode(202);
        desk.hears("requests-limited", "use-newest-letter", "wait");

        Database.minutesPassForLinksTo(mia.email(), 15);

        desk.hears("link-expired", "send-login-link", "look-in-spam");
    }

    @Test
    void they_asked_while_the_portal_was_off() {
        clinic.owner().patch(Api.PORTAL_SETTINGS, Map.of("on", false)).then().statusCode(200);
        mia.asksForALoginLink().then().statusCode(202);
        desk.hears("portal-off", "switch-portal-on");
        await().atMost(Desk.PATIENCE)
                .untilAsserted(() -> desk.asks().then().body("requests[0].reason", equalTo("portal-off")));

        clinic.owner().patch(Api.PORTAL_SETTINGS, Map.of("on", true)).then().statusCode(200);

        desk.hears("asked-while-off", "send-login-link");
    }

    @Test
    void they_asked_before_the_clinic_had_their_address() {
        var address = "lea@" + clinic.slug() + ".example.org"; // the letters to strangers of one domain are few
        Person.asking(clinic, address).asksForALoginLink().then().statusCode(202);
        await().atMost(Desk.PATIENCE)
                .until(() -> !MoodyMailServer.lettersTo(address).isEmpty());
        var lea = new Desk(clinic, clinic.client("Lea", address));

        lea.hears("no-client-record", "send-login-link");
    }

    @Test
    void the_client_is_archived() {
        clinic.owner().archives(mia).then().statusCode(200);

        desk.hears("client-archived", "restore-client");
    }

    @Test
    void the_clinic_lets_them_in_no_more() {
        clinic.owner().sends("PATCH", desk.path(), Map.of("allowed", false), Map.of());
        mia.asksForALoginLink().then().statusCode(202);

        desk.hears("access-off", "allow-access");
        desk.asks().then().body("permission.allowed", equalTo(false));
    }

    @Test
    void the_portal_is_off() {
        clinic.owner().patch(Api.PORTAL_SETTINGS, Map.of("on", false)).then().statusCode(200);

        desk.hears("portal-off", "switch-portal-on");
        desk.asks().then().body("portalOn", equalTo(false));
    }

    @Test
    void their_record_left_the_address_for_a_while() {
        sends();
        desk.hears("link-sent", "look-in-spam", "check-email");
        clinic.owner().changesEmailOf(mia, Portal.anAddress("other")).then().statusCode(200);
        clinic.owner().changesEmailOf(mia, mia.email()).then().statusCode(200);

        desk.hears("link-revoked", "send-login-link");
    }

    @Test
    void no_other_clinic_may_know() {
        assertThat(Portal.clinic().owner().get(desk.path()).statusCode()).isEqualTo(404);
    }

    private AutoCloseable holdingTheMailbox() throws SQLException {
        return Database.holding(
                "select pg_advisory_xact_lock(hashtextextended(?, 43))",
                Database.clinicId(clinic.slug()) + " " + mia.email());
    }

    private void sends() {
        clinic.owner().sendsLoginLinkTo(mia, mia.email()).then().statusCode(202);
    }
}
