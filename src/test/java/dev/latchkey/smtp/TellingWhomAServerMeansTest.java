package dev.latchkey.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.ext.mail.SMTPException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as Postfix, Exim, Exchange, Sendmail and the large providers write them. */
class TellingWhomAServerMeansTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.1.1 <mia@example.org>: Recipient address rejected: User unknown in relay recipient table",
                "550 5.1.1 The email account that you tried to reach does not exist",
                "550-5.1.1 The email account that you tried to reach\n550 5.1.1 does not exist",
                "550 No such user here",
                "550 Unrouteable address",
                "550 5.5.0 Requested action not taken: mailbox unavailable",
                "550 5.4.1 Recipient address rejected: Access denied.",
                "554 5.7.1 <mia@example.org>: Recipient address rejected: Access denied",
                "552 5.2.2 Mailbox full",
                "550 5.2.1 The account is disabled",
                "501 5.1.3 Bad recipient address syntax",
                "556 5.1.10 The domain takes no mail",
                "553 sorry, that domain isn't in my list",
                "550 5.1.1 <sender@example.org>: no such mailbox",
                "550"
            })
    void a_mailbox_that_is_not_there_or_takes_nothing(String answer) {
        assertThat(atTheRecipient(answer)).isEqualTo(Outcome.RECIPIENT_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname",
                "550 5.7.1 <node-7>: Helo command rejected: Host not found",
                "450 4.2.1 later, please",
                "421 4.7.0 too many connections",
                "550 5.7.1 Unable to relay",
                "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain",
                "554 5.7.1 <mia@example.org>: Relay access denied",
                "550 relay not permitted",
                "550 Relay denied",
                "550 Relaying is not allowed",
                "551 We do not relay",
                "550 You cannot relay through us",
                "550 You can't relay through us",
                "553 Relay prohibited",
                "550 Relay is for our own",
                "553 This is no open relay",
                "553 5.7.1 <no-reply@example.org>: Sender address rejected: not owned by user latchkey",
                "550 5.1.0 <no-reply@example.org>: Sender address rejected: Domain not found",
                "550 5.1.8 <no-reply@example.org>: Sender address rejected",
                "550 Sender verify failed",
                "530 5.7.0 Authentication required",
                "530 Must issue a STARTTLS command first",
                "535 5.7.8 bad credentials",
                "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org",
                "550 5.7.25 The IP address has no PTR record",
                "503 5.5.1 bad sequence of commands",
                "521 5.3.2 no mail here",
                "554 Transaction failed"
            })
    void us(String answer) {
        assertThat(atTheRecipient(answer)).isEqualTo(Outcome.SERVER_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"554 5.7.1 this looks like spam", "552 5.3.4 message too big", "550 5.6.0 bad content", "550"})
    void the_letter_it_has_seen(String answer) {
        assertThat(atTheEnd(answer)).isEqualTo(Outcome.LETTER_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550-5.7.26 This mail is unauthenticated\n550 5.7.26 DMARC",
                "550 5.7.23 SPF validation failed",
                "554 5.7.1 Sender address rejected",
                "530 5.7.57 client was not authenticated",
                "451 4.3.0 what did you say?"
            })
    void us_though_it_has_seen_the_letter(String answer) {
        assertThat(atTheEnd(answer)).isEqualTo(Outcome.SERVER_REFUSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sender address not accepted | 552 5.3.4 size exceeds the sender's",
                "AUTH PLAIN failed | 535 5.7.8 no",
                "HELO failed. | 501 5.5.4 Invalid HELO name",
                "got error response | 554 no mail from here"
            })
    void us_before_it_knows_of_any_letter(String said, String answer) {
        var attempt = attempt(said, answer);

        assertThat(attempt.outcome()).isEqualTo(Outcome.SERVER_REFUSED);
        assertThat(attempt.isConversationOver()).isTrue();
        assertThat(attempt.isSignIn()).isEqualTo(said.startsWith("AUTH"));
    }

    @Test
    void no_one_when_it_says_nothing() {
        assertThat(SmtpAttempt.of(new IOException("socket was closed unexpected."))
                        .outcome())
                .isEqualTo(Outcome.SERVER_UNREACHABLE);
        assertThat(SmtpAttempt.of(new NoStackTraceThrowable("STARTTLS required but not supported by server"))
                        .outcome())
                .isEqualTo(Outcome.SERVER_UNREACHABLE);
        assertThat(attempt("got error response", "SSH-2.0-OpenSSH_9.2").outcome())
                .isEqualTo(Outcome.SERVER_UNREACHABLE);
    }

    /** Another letter may fare better; not so when the server is about to hang up. */
    @Test
    void the_one_letter_or_all() {
        assertThat(attempt("recipient address not accepted", "450 4.2.1 later").isConversationOver())
                .isFalse();
        assertThat(attempt("sending data failed", "554 5.7.1 spam").isConversationOver())
                .isFalse();
        assertThat(attempt("recipient address not accepted", "421 4.7.0 too many")
                        .isConversationOver())
                .isTrue();
    }

    @Test
    void by_a_name_that_mail_servers_take() {
        assertThat(EhloName.host("https://portal.example.org/{slug}")).isEqualTo("portal.example.org");
        assertThat(EhloName.host("https://{slug}.portal.example.org:8443/")).isEqualTo("portal.example.org");
        assertThat(EhloName.literal("192.0.2.7")).isEqualTo("[192.0.2.7]");
        assertThat(EhloName.literal("[2001:db8::1]")).isEqualTo("[IPv6:2001:db8::1]");
        assertThat(EhloName.literal("localhost")).isEqualTo("localhost");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "recipient address not accepted | 550 5.1.1 <mia@example.org>: User unknown | 550 5.1.1 | MAILBOX_UNKNOWN",
                "recipient address not accepted | 550 No such user here | 550 | MAILBOX_UNKNOWN",
                "recipient address not accepted | 552 5.2.2 Mailbox full | 552 5.2.2 | MAILBOX_FULL",
                "recipient address not accepted | 550 5.2.1 The account is disabled | 550 5.2.1 | MAILBOX_CLOSED",
                "recipient address not accepted | 550 5.4.1 Recipient address rejected | 550 5.4.1 | RECIPIENT_REFUSED",
                "recipient address not accepted | 452 4.2.2 over quota | 452 4.2.2 | MAILBOX_FULL",
                "recipient address not accepted | 450 4.2.1 later | 450 4.2.1 | TRY_LATER",
                "recipient address not accepted | 550 5.7.1 Unable to relay | 550 5.7.1 | SERVER_REFUSED",
                "sending data failed | 554 5.7.1 this looks like spam | 554 5.7.1 | SPAM_SUSPECTED",
                "sending data failed | 552 5.3.4 message too big | 552 5.3.4 | LETTER_REFUSED"
            })
    void in_codes_and_in_a_reason_of_ours(String said, String answer, String codes, DeliveryReason reason) {
        var heard = SmtpAnswer.of(attempt(said, answer));

        assertThat(heard.codes()).isEqualTo(codes);
        assertThat(heard.reason()).isEqualTo(reason);
    }

    @Test
    void in_no_code_that_it_did_not_say() {
        assertThat(SmtpAnswer.of(SmtpAttempt.TAKEN)).isEqualTo(new SmtpAnswer(Outcome.TAKEN, null, null));
    }

    private static Outcome atTheRecipient(String answer) {
        return attempt("recipient address not accepted", answer).outcome();
    }

    private static Outcome atTheEnd(String answer) {
        return attempt("sending data failed", answer).outcome();
    }

    private static SmtpAttempt attempt(String said, String answer) {
        var code = answer.matches("(?s)[0-9]{3}.*") ? Integer.parseInt(answer.substring(0, 3)) : 500;
        return SmtpAttempt.of(new SMTPException(said, code, List.of(answer.split("\n")), true));
    }
}
