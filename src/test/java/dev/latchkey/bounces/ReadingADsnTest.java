package dev.latchkey.bounces;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.loginlinks.AsInstalled;
import dev.latchkey.support.Api;
import dev.latchkey.support.MailProvider;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail server writes that it could not deliver the letter with the link. */
@QuarkusTest
@TestProfile(AsInstalled.class)
class ReadingADsnTest {

    private static final String DSN = """
            Return-Path: <>
            From: MAILER-DAEMON@mail.example.org (Mail Delivery System)
            Subject: Undelivered Mail Returned to Sender
            To: no-reply@portal.example.org
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status;
            	boundary="9B1C2.1764570000/mail.example.org"

            This is a MIME-encapsulated message.

            --9B1C2.1764570000/mail.example.org
            Content-Description: Notification
            Content-Type: text/plain; charset=utf-8

            I'm sorry to have to inform you that your message could not be delivered.

            --9B1C2.1764570000/mail.example.org
            Content-Description: Delivery report
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mail.example.org
            Arrival-Date: Tue,  1 Dec 2026 04:20:00 +0000 (UTC)

            %s

            --9B1C2.1764570000/mail.example.org
            Content-Description: Undelivered Message
            Content-Type: message/rfc822

            Date: Tue, 1 Dec 2026 04:20:00 GMT
            From: Harbour Physio <no-reply@portal.example.org>
            Message-ID: %s
            Subject: Your login link

            Good morning!

            --9B1C2.1764570000/mail.example.org--
            """;

    private static final String GONE = """
            Final-Recipient: rfc822; %s
            Original-Recipient: rfc822;%s
            Action: failed
            Status: 5.1.1
            Remote-MTA: dns; mx.example.org
            Diagnostic-Code: smtp; 550 5.1.1 <mia@example.org>: Recipient address
                rejected: User unknown""";

    private final Practice clinic = Portal.clinic();
    private final Person owner = clinic.owner();
    private final Person mia = clinic.client("Mia");
    private final String messageId = sendsALink();

    private String sendsALink() {
        owner.sendsLoginLinkTo(mia, mia.email()).then().statusCode(202);
        return Mailbox.newestTo(mia.email()).id();
    }

    @Test
    void finds_the_letter_and_flags_its_address() {
        assertCounts(MailProvider.pipes(DSN.formatted(gone(), messageId).replace("\n", "\r\n")), 1);

        owner.get(access())
                .then()
                .body("situation.code", equalTo("address-bounced"))
                .body("mailbox.addressFlag.code", equalTo("5.1.1"))
                .body("links[0].delivery.status", equalTo("bounced"))
                .body("links[0].delivery.reason", equalTo("mailbox-unknown"));
    }

    @Test
    void knows_the_letter_by_its_headers_alone() {
        var headers = DSN.formatted(gone(), messageId).replace("message/rfc822", "text/rfc822-headers");

        assertCounts(MailProvider.pipes(headers), 1);

        owner.get(access()).then().body("situation.code", equalTo("address-bounced"));
    }

    @Test
    void goes_by_the_address_that_we_wrote_to_where_it_was_forwarded() {
        var forwarded = GONE.formatted("mia.larsen@elsewhere.example.org", mia.email());

        assertCounts(MailProvider.pipes(DSN.formatted(forwarded, messageId)), 1);

        owner.get(access()).then().body("situation.code", equalTo("address-bounced"));
    }

    /** The next letter may get through. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Status: 5.2.2\nDiagnostic-Code: smtp; 552 5.2.2 mailbox full",
                "Status: 5.7.1\nDiagnostic-Code: smtp; 554 5.7.1 this looks like spam",
                "Status: 4.4.7",
                "Status: 5.3.4 (message too big for system)",
                "Diagnostic-Code: X-Postfix; delivery temporarily suspended"
            })
    void shows_what_is_said_of_the_letter_and_flags_nothing(String said) {
        var group = "Final-Recipient: rfc822; " + mia.email() + "\nAction: Failed\n" + said;

        assertCounts(MailProvider.pipes(DSN.formatted(group, messageId)), 1);

        owner.get(access())
                .then()
                .body("situation.code", equalTo("letter-failed"))
                .body("links[0].delivery.status", equalTo("bounced"));
    }

    @Test
    void goes_by_the_servers_own_words_where_its_code_says_little() {
        var group = "Final-Recipient: rfc822; " + mia.email()
                + "\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 5.1.1 no such user";

        assertCounts(MailProvider.pipes(DSN.formatted(group, messageId)), 1);

        owner.get(access()).then().body("situation.code", equalTo("address-bounced"));
    }

    @Test
    void passes_over_a_letter_that_is_still_on_its_way() {
        assertCounts(MailProvider.pipes(DSN.formatted(gone().replace("failed", "delayed"), messageId)), 0);

        owner.get(access()).then().body("situation.code", equalTo("link-sent"));
    }

    @Test
    void passes_over_a_letter_of_another_sender() {
        MailProvider.pipes(DSN.formatted(gone(), "<1234.5678@mail.example.org>"))
                .then()
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("ignored", equalTo(1));
    }

    @ParameterizedTest
    @MethodSource("others")
    void refuses_what_is_none(String message) {
        assertRefused(MailProvider.pipes(message), 422, "dsn-unreadable");
    }

    static Stream<String> others() {
        var report = "Content-Type: multipart/report; boundary=b\n\n";
        var status = "--b\n\n--b\nContent-Type: message/delivery-status\n";
        return Stream.of(
                "nonsense",
                "\n\n\n",
                "Subject: I am on holiday\n\nUntil Monday.",
                "Content-Type: multipart/report\n\n" + status,
                "Content-Type: multipart/report; boundary=\n\n" + status,
                "Content-Type: multipart/report; boundary=\"" + "b".repeat(60_000) + "\"\n\n" + status,
                report,
                report + "--b--",
                report + "--b\n\none part alone\n--b--",
                report + status.replace("message/delivery-status", "text/plain; charset=none")
                        + "\nAction: failed\n--b--",
                report + status.replace("message/delivery-status", "multipart/mixed; boundary=c")
                        + "\n--c\nContent-Type: multipart/mixed; boundary=c\n".repeat(1_000) + "--b--",
                report + status + "\n".repeat(60_000) + "--b--",
                "A: b\n".repeat(13_000));
    }

    private String gone() {
        return GONE.formatted(mia.email(), mia.email());
    }

    private static void assertCounts(Response answer, int accepted) {
        answer.then().statusCode(200).body("accepted", equalTo(accepted)).body("ignored", equalTo(0));
    }

    private String access() {
        return Api.CLIENTS + "/" + mia.id() + "/portal-access";
    }
}
