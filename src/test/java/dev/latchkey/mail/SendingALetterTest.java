package dev.latchkey.mail;

import static dev.latchkey.mail.LetterStatus.EXPIRED;
import static dev.latchkey.mail.LetterStatus.QUEUED;
import static dev.latchkey.mail.LetterStatus.SENT;
import static dev.latchkey.mail.LetterStatus.WITHDRAWN;
import static dev.latchkey.mail.Letterbox.LINK;
import static dev.latchkey.mail.Letterbox.aClinic;
import static dev.latchkey.mail.Letterbox.loginLink;
import static dev.latchkey.mail.Letterbox.waitingContents;
import static dev.latchkey.mail.Letterbox.waitingWork;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.jobs.Queues;
import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.loginlinks.AsInstalled;
import dev.latchkey.loginlinks.ExampleLetters;
import dev.latchkey.mail.SealedLetterContent.SealedContent;
import dev.latchkey.support.Database;
import dev.latchkey.support.MoodyMailServer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMultipart;
import jakarta.transaction.TransactionalException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AsInstalled.class)
class SendingALetterTest {

    private static final Duration A_WHILE = Duration.ofSeconds(1);

    @Inject
    QueueingLetters queueing;

    @Inject
    Letters letters;

    @Inject
    SendingLetters sending;

    @Inject
    Queues queues;

    @Inject
    InstallationSecret secret;

    private Letterbox anna;

    @BeforeEach
    void open() {
        anna = Letterbox.of(queueing, letters);
    }

    @AfterEach
    void the_mail_server_is_content() {
        MoodyMailServer.becomes(MoodyMailServer.Mood.CONTENT);
    }

    @Test
    void brings_it_as_text_and_html_under_the_name_of_the_clinic() throws Exception {
        var id = anna.queue(loginLink());

        await().untilAsserted(() -> assertThat(anna.delivery(id).status()).isEqualTo(SENT));
        var mail = anna.arrived().get(0);
        assertThat(mail.getHeader("From", null)).isEqualTo("Harbour Physio <no-reply@portal.example.org>");
        assertThat(mail.getSubject()).isEqualTo("Your login link for Harbour Physio");
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(mail.getMessageID()).isEqualTo("<" + id + "@portal.example.org>");
        assertThat(mail.getHeader("Reply-To")).isNull();
        assertThat(mail.getSentDate()).isNotNull();
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(text(parts.getBodyPart(0))).contains(LINK, "works once, until", "(AEDT)");
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(text(parts.getBodyPart(1))).contains("<a href=\"" + LINK + "\"", ">Log in</a>");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
    }

    @Test
    void lets_no_clinic_name_add_a_header_or_markup() throws Exception {
        var id = anna.queue(
                ExampleLetters.toAStranger("Mo\"<b>\r\nBcc: eve@example.com\r\n\u202eZo\u00eb & \ud83e\udd98 Physio"));

        await().untilAsserted(() -> assertThat(anna.delivery(id).status()).isEqualTo(SENT));
        var mail = anna.arrived().get(0);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getFrom()).singleElement().isInstanceOfSatisfying(InternetAddress.class, from -> assertThat(
                        from.getPersonal())
                .isEqualTo("Mo b Bcc: eve@example.com Zo\u00eb & \ud83e\udd98 Physio"));
        assertThat(mail.getSubject())
                .isEqualTo("Logging in at Mo b Bcc: eve@example.com Zo\u00eb & \ud83e\udd98 Physio");
        assertThat(text(((MimeMultipart) mail.getContent()).getBodyPart(1)))
                .contains("Mo&quot;&lt;b&gt;")
                .doesNotContain("<b>");
    }

    @Test
    void needs_a_transaction() {
        assertThatThrownBy(() -> queueing.queue(UUID.randomUUID(), anna.recipient(), loginLink()))
                .isInstanceOf(TransactionalException.class);
    }

    @Test
    void does_not_happen_when_its_cause_is_rolled_back() {
        var clinic = aClinic();
        QuarkusTransaction.begin();
        var id = queueing.queue(clinic, anna.recipient(), loginLink());
        QuarkusTransaction.rollback();

        await().during(A_WHILE).untilAsserted(() -> assertThat(anna.arrived()).isEmpty());
        assertThat(letters.deliveries(List.of(id))).isEmpty();
        assertThat(waitingWork(id)).isZero();
    }

    @Test
    void does_not_happen_after_it_was_withdrawn() {
        MoodyMailServer.becomes(MoodyMailServer.Mood.AWAY);
        var id = anna.queue(loginLink());

        QuarkusTransaction.requiringNew().run(() -> queueing.withdraw(List.of(id)));
        await().untilAsserted(() -> assertThat(waitingWork(id)).isZero());
        MoodyMailServer.becomes(MoodyMailServer.Mood.CONTENT);

        assertThat(anna.delivery(id).status()).isEqualTo(WITHDRAWN);
        assertThat(waitingContents(id)).isZero();
        await().during(A_WHILE).untilAsserted(() -> assertThat(anna.arrived()).isEmpty());
    }

    @Test
    void does_not_happen_after_its_use_has_passed() {
        var id = anna.queue(loginLink(Duration.ofSeconds(-1)));

        await().untilAsserted(() -> assertThat(anna.delivery(id).status()).isEqualTo(EXPIRED));
        assertThat(waitingContents(id)).isZero();
        assertThat(anna.arrived()).isEmpty();
    }

    /** Another node may be of a later version, and knows it. When its use has passed, it is lost like any other. */
    @Test
    void of_a_kind_that_is_not_known_waits_for_a_node_that_knows_it_and_keeps_no_other_waiting() {
        var content = loginLink(Duration.ofSeconds(5));
        var ofALaterVersion =
                "{\"kind\":\"birthday\",\"clinicName\":\"Harbour Physio\"}".getBytes(StandardCharsets.UTF_8);
        var sealed = new SealedContent("birthday", secret.seal("letter", ofALaterVersion));
        var unknown = QuarkusTransaction.requiringNew().call(() -> {
            var letter = new Letter(new NewLetter(aClinic(), anna.recipient(), content), sealed, Instant.now());
            letters.persist(letter);
            queues.wake(sending);
            return letter.id();
        });

        await().untilAsserted(
                        () -> assertThat(anna.delivery(unknown)).isEqualTo(new Delivery(QUEUED, null, "unreadable")));
        var known = anna.queue(loginLink());
        await().untilAsserted(() -> assertThat(anna.delivery(known).status()).isEqualTo(SENT));

        await().untilAsserted(() ->
                assertThat(anna.delivery(unknown).status().isLost()).isTrue());
        assertThat(anna.delivery(unknown).failure()).isEqualTo("unreadable");
        await().untilAsserted(() -> assertThat(waitingWork(unknown)).isZero());
        assertThat(anna.arrived()).hasSize(1);
    }

    @Test
    void is_refused_for_a_content_that_no_feature_has_named() {
        assertThatThrownBy(() -> anna.queue(new LetterTest.Note(null, false)))
                .hasStackTraceContaining("no LetterKind names class dev.latchkey.mail.LetterTest$Note");
    }

    @Test
    void keeps_the_link_out_of_the_database() {
        MoodyMailServer.becomes(MoodyMailServer.Mood.AWAY);
        var id = anna.queue(loginLink());

        assertThat(rowsWith(id, anna.recipient().address())).isOne();
        assertThat(rowsWith(id, "Zm9vYmFy")).isZero();
        assertThatThrownBy(() -> Database.execute("update letter set status = 'withdrawn' where id = ?", id))
                .hasStackTraceContaining("letter_content_only_while_queued");
    }

    private static long rowsWith(UUID id, String text) {
        return Database.count(
                "select count(*) from letter l where id = ? and strpos(row_to_json(l)::text || encode(content, 'escape'), ?) > 0",
                id,
                text);
    }

    private static String text(BodyPart part) throws Exception {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
