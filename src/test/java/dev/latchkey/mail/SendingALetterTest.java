package dev.latchkey.mail;

import static dev.latchkey.mail.LetterStatus.EXPIRED;
import static dev.latchkey.mail.LetterStatus.FAILED;
import static dev.latchkey.mail.LetterStatus.QUEUED;
import static dev.latchkey.mail.LetterStatus.SENT;
import static dev.latchkey.mail.LetterStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.support.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMultipart;
import jakarta.transaction.TransactionalException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = MoodyMailServer.class, restrictToAnnotatedClass = true)
class SendingALetterTest {

    private static final String LINK = "https://portal.example.org/harbour-physio/login#Zm9vYmFyYmF6LXRoZS1zZWNyZXQ";
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final Duration A_WHILE = Duration.ofSeconds(1);

    @Inject
    Letters letters;

    private final EmailAddress anna = new EmailAddress("anna." + UUID.randomUUID() + "@example.org");

    @BeforeEach
    void the_mail_server_is_content() {
        MoodyMailServer.mood = MoodyMailServer.Mood.CONTENT;
    }

    @Test
    void brings_it_as_text_and_html_under_the_name_of_the_clinic() throws Exception {
        var id = queue(loginLink());

        await().untilAsserted(() -> assertThat(delivery(id).status()).isEqualTo(SENT));
        var mail = MoodyMailServer.lettersTo(anna.address()).get(0);
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
        var id = queue(new NoClientRecordLetter(
                "Mo\"<b>\r\nBcc: eve@example.com\r\n\u202eZo\u00eb & \ud83e\udd98 Physio", null));

        await().untilAsserted(() -> assertThat(delivery(id).status()).isEqualTo(SENT));
        var mail = MoodyMailServer.lettersTo(anna.address()).get(0);
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
        assertThatThrownBy(() -> letters.queue(UUID.randomUUID(), anna, loginLink()))
                .isInstanceOf(TransactionalException.class);
    }

    @Test
    void does_not_happen_when_its_cause_is_rolled_back() {
        var clinic = aClinic();
        QuarkusTransaction.begin();
        var id = letters.queue(clinic, anna, loginLink());
        QuarkusTransaction.rollback();

        await().during(A_WHILE).untilAsserted(() -> assertThat(MoodyMailServer.lettersTo(anna.address()))
                .isEmpty());
        assertThat(letters.deliveries(List.of(id))).isEmpty();
        assertThat(waitingWork(id)).isZero();
    }

    @Test
    void waits_for_a_mail_server_that_is_away() {
        MoodyMailServer.mood = MoodyMailServer.Mood.AWAY;
        var id = queue(loginLink());
        await().untilAsserted(() -> assertThat(delivery(id).failure()).isEqualTo("server-unreachable"));
        assertThat(delivery(id).status()).isEqualTo(QUEUED);

        MoodyMailServer.mood = MoodyMailServer.Mood.CONTENT;

        await().untilAsserted(() -> assertThat(delivery(id).status()).isEqualTo(SENT));
        assertThat(delivery(id).failure()).isNull();
    }

    @Test
    void survives_a_mail_server_that_is_silent_to_many_letters() {
        MoodyMailServer.mood = MoodyMailServer.Mood.SILENT;
        var ids = IntStream.range(0, 30).mapToObj(i -> queue(loginLink())).toList();
        await().untilAsserted(() -> assertThat(ids)
                .allSatisfy(id -> assertThat(delivery(id).failure()).isEqualTo("server-unreachable")));

        MoodyMailServer.mood = MoodyMailServer.Mood.CONTENT;

        await().untilAsserted(() -> assertThat(ids)
                .allSatisfy(id -> assertThat(delivery(id).status()).isEqualTo(SENT)));
        await().during(A_WHILE).untilAsserted(() -> assertThat(MoodyMailServer.lettersTo(anna.address()))
                .hasSize(30));
    }

    @Test
    void has_happened_even_if_the_mail_server_is_silent_at_the_farewell() {
        MoodyMailServer.mood = MoodyMailServer.Mood.SILENT_AT_THE_FAREWELL;

        var id = queue(loginLink());

        await().untilAsserted(() -> assertThat(delivery(id).status()).isEqualTo(SENT));
        assertThat(MoodyMailServer.lettersTo(anna.address())).hasSize(1);
    }

    @Test
    void is_recognisably_the_same_when_it_is_repeated() throws Exception {
        MoodyMailServer.mood = MoodyMailServer.Mood.FORGETFUL;
        var id = queue(loginLink());
        await().until(() -> !MoodyMailServer.lettersTo(anna.address()).isEmpty());

        MoodyMailServer.mood = MoodyMailServer.Mood.CONTENT;

        await().untilAsserted(() -> assertThat(delivery(id).status()).isEqualTo(SENT));
        assertThat(MoodyMailServer.lettersTo(anna.address()))
                .hasSizeGreaterThan(1)
                .allSatisfy(mail -> assertThat(mail.getMessageID()).isEqualTo("<" + id + "@portal.example.org>"));
    }

    @Test
    void is_tried_again_when_the_server_is_busy() {
        MoodyMailServer.mood = MoodyMailServer.Mood.BUSY;
        var id = queue(loginLink());
        await().untilAsserted(() -> assertThat(delivery(id).failure()).isEqualTo("server-refused"));

        MoodyMailServer.mood = MoodyMailServer.Mood.AGAINST_THE_SENDER;
        await().during(A_WHILE)
                .untilAsserted(() -> assertThat(delivery(id).status()).isEqualTo(QUEUED));
        MoodyMailServer.mood = MoodyMailServer.Mood.CONTENT;

        await().untilAsserted(() -> assertThat(delivery(id).status()).isEqualTo(SENT));
    }

    @Test
    void fails_for_good_when_the_recipient_is_refused() {
        MoodyMailServer.mood = MoodyMailServer.Mood.AGAINST_THE_RECIPIENT;

        var id = queue(loginLink());

        await().untilAsserted(
                        () -> assertThat(delivery(id)).isEqualTo(new Delivery(FAILED, null, "recipient-refused")));
        assertThat(waitingContents(id)).isZero();
        await().untilAsserted(() -> assertThat(waitingWork(id)).isZero());
    }

    @Test
    void fails_for_good_when_the_letter_is_refused() {
        MoodyMailServer.mood = MoodyMailServer.Mood.AGAINST_THE_LETTER;

        var id = queue(loginLink());

        await().untilAsserted(() -> assertThat(delivery(id)).isEqualTo(new Delivery(FAILED, null, "letter-refused")));
    }

    @Test
    void does_not_happen_after_it_was_withdrawn() {
        MoodyMailServer.mood = MoodyMailServer.Mood.AWAY;
        var id = queue(loginLink());

        QuarkusTransaction.requiringNew().run(() -> letters.withdraw(id));
        await().untilAsserted(() -> assertThat(waitingWork(id)).isZero());
        MoodyMailServer.mood = MoodyMailServer.Mood.CONTENT;

        assertThat(delivery(id).status()).isEqualTo(WITHDRAWN);
        assertThat(waitingContents(id)).isZero();
        await().during(A_WHILE).untilAsserted(() -> assertThat(MoodyMailServer.lettersTo(anna.address()))
                .isEmpty());
    }

    @Test
    void does_not_happen_after_its_use_has_passed() {
        var id = queue(new LoginLinkLetter("Harbour Physio", LINK, Instant.now().minusSeconds(1), SYDNEY));

        await().untilAsserted(() -> assertThat(delivery(id).status()).isEqualTo(EXPIRED));
        assertThat(waitingContents(id)).isZero();
        assertThat(MoodyMailServer.lettersTo(anna.address())).isEmpty();
    }

    @Test
    void keeps_the_link_out_of_the_database() {
        MoodyMailServer.mood = MoodyMailServer.Mood.AWAY;
        var id = queue(loginLink());

        assertThat(rowsWith(id, anna.address())).isOne();
        assertThat(rowsWith(id, "Zm9vYmFy")).isZero();
        assertThatThrownBy(() -> Database.execute("update letter set status = 'withdrawn' where id = ?", id))
                .hasStackTraceContaining("letter_content_only_while_queued");
    }

    private UUID queue(LetterContent content) {
        return QuarkusTransaction.requiringNew().call(() -> letters.queue(aClinic(), anna, content));
    }

    private static LoginLinkLetter loginLink() {
        return new LoginLinkLetter("Harbour Physio", LINK, Instant.now().plusSeconds(900), SYDNEY);
    }

    private Delivery delivery(UUID id) {
        return Objects.requireNonNull(QuarkusTransaction.requiringNew()
                .call(() -> letters.deliveries(List.of(id)))
                .get(id));
    }

    private static long waitingContents(UUID id) {
        return Database.count("select count(content) from letter where id = ?", id);
    }

    private static long rowsWith(UUID id, String text) {
        return Database.count(
                "select count(*) from letter l where id = ? and strpos(row_to_json(l)::text || encode(content, 'escape'), ?) > 0",
                id,
                text);
    }

    private static long waitingWork(UUID id) {
        return Database.count("select count(*) from scheduled_tasks where task_instance = ?", id.toString());
    }

    private static String text(BodyPart part) throws Exception {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static UUID aClinic() {
        var id = UUID.randomUUID();
        Database.execute(
                "insert into clinic (id, slug, name, time_zone, currency, created_at) values (?, ?, 'Harbour Physio', 'Australia/Sydney', 'AUD', now())",
                id,
                "clinic-" + id);
        return id;
    }
}
