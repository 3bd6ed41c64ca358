package dev.latchkey.mail;

import static dev.latchkey.mail.LetterStatus.FAILED;
import static dev.latchkey.mail.LetterStatus.QUEUED;
import static dev.latchkey.mail.LetterStatus.SENT;
import static dev.latchkey.mail.Letterbox.loginLink;
import static dev.latchkey.mail.Letterbox.waitingContents;
import static dev.latchkey.mail.Letterbox.waitingWork;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.loginlinks.AsInstalled;
import dev.latchkey.support.MoodyMailServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards {@code FailedCommand} when the mail client of Quarkus is upgraded: a refused recipient, letter and sender are three things. */
@QuarkusTest
@TestProfile(AsInstalled.class)
class SendingALetterThroughAMoodyServerTest {

    private static final Duration A_WHILE = Duration.ofSeconds(1);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Inject
    QueueingLetters queueing;

    @Inject
    Letters letters;

    @Inject
    MeterRegistry registry;

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
    void waits_for_one_that_is_away() {
        MoodyMailServer.becomes(MoodyMailServer.Mood.AWAY);
        var id = anna.queue(loginLink());
        await().untilAsserted(() -> assertThat(anna.delivery(id).failure()).isEqualTo("server-unreachable"));
        assertThat(anna.delivery(id).status()).isEqualTo(QUEUED);

        MoodyMailServer.becomes(MoodyMailServer.Mood.CONTENT);

        await().untilAsserted(() -> assertThat(anna.delivery(id).status()).isEqualTo(SENT));
        assertThat(anna.delivery(id).failure()).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "SILENT_AFTER_THE_LETTER", "DRIPPING"})
    void survives_one_that_is_silent_to_many_letters(MoodyMailServer.Mood mood) {
        MoodyMailServer.becomes(mood);
        var ids = IntStream.range(0, 30).mapToObj(i -> anna.queue(loginLink())).toList();
        await().atMost(A_MINUTE).untilAsserted(() -> assertThat(ids)
                .allSatisfy(id -> assertThat(anna.delivery(id).failure()).isEqualTo("server-unreachable")));

        MoodyMailServer.becomes(MoodyMailServer.Mood.CONTENT);

        await().atMost(A_MINUTE).untilAsserted(() -> assertThat(ids)
                .allSatisfy(id -> assertThat(anna.delivery(id).status()).isEqualTo(SENT)));
        if (mood != MoodyMailServer.Mood.SILENT_AFTER_THE_LETTER) {
            await().during(A_WHILE)
                    .untilAsserted(() -> assertThat(anna.arrived()).hasSize(30));
        }
    }

    @Test
    void has_happened_even_if_it_is_silent_at_the_farewell() {
        MoodyMailServer.becomes(MoodyMailServer.Mood.SILENT_AT_THE_FAREWELL);

        var id = anna.queue(loginLink());

        await().untilAsserted(() -> assertThat(anna.delivery(id).status()).isEqualTo(SENT));
        assertThat(anna.arrived()).hasSize(1);
    }

    @Test
    void is_recognisably_the_same_when_it_is_repeated() throws Exception {
        MoodyMailServer.becomes(MoodyMailServer.Mood.FORGETFUL);
        var id = anna.queue(loginLink());
        await().until(() -> !anna.arrived().isEmpty());

        MoodyMailServer.becomes(MoodyMailServer.Mood.CONTENT);

        await().untilAsserted(() -> assertThat(anna.delivery(id).status()).isEqualTo(SENT));
        assertThat(anna.arrived()).hasSizeGreaterThan(1).allSatisfy(mail -> assertThat(mail.getMessageID())
                .isEqualTo("<" + id + "@portal.example.org>"));
    }

    @Test
    void is_tried_again_when_it_is_busy() {
        MoodyMailServer.becomes(MoodyMailServer.Mood.BUSY);
        var id = anna.queue(loginLink());
        await().untilAsserted(() -> assertThat(anna.delivery(id).failure()).isEqualTo("server-refused"));

        MoodyMailServer.becomes(MoodyMailServer.Mood.AGAINST_THE_SENDER);
        await().during(A_WHILE)
                .untilAsserted(() -> assertThat(anna.delivery(id).status()).isEqualTo(QUEUED));
        MoodyMailServer.becomes(MoodyMailServer.Mood.CONTENT);

        await().untilAsserted(() -> assertThat(anna.delivery(id).status()).isEqualTo(SENT));
    }

    @Test
    void fails_for_good_when_the_recipient_is_refused() {
        MoodyMailServer.becomes(MoodyMailServer.Mood.AGAINST_THE_RECIPIENT);

        var id = anna.queue(loginLink());

        await().untilAsserted(
                        () -> assertThat(anna.delivery(id)).isEqualTo(new Delivery(FAILED, null, "recipient-refused")));
        assertThat(waitingContents(id)).isZero();
        await().untilAsserted(() -> assertThat(waitingWork(id)).isZero());
    }

    @Test
    void fails_for_good_when_the_letter_is_refused() {
        MoodyMailServer.becomes(MoodyMailServer.Mood.AGAINST_THE_LETTER);

        var id = anna.queue(loginLink());

        await().untilAsserted(
                        () -> assertThat(anna.delivery(id)).isEqualTo(new Delivery(FAILED, null, "letter-refused")));
    }

    @ParameterizedTest
    @EnumSource(names = {"AGAINST_OUR_NAME", "AGAINST_RELAYING", "AGAINST_THE_SENDER"})
    void waits_while_the_server_refuses_us_and_says_so(MoodyMailServer.Mood mood) {
        var before = refusals();
        MoodyMailServer.becomes(mood);
        var id = anna.queue(loginLink());
        await().until(() -> refusals() > before + 1);
        assertThat(anna.delivery(id)).isEqualTo(new Delivery(QUEUED, null, "server-refused"));

        MoodyMailServer.becomes(MoodyMailServer.Mood.CONTENT);

        await().untilAsserted(() -> assertThat(anna.delivery(id).status()).isEqualTo(SENT));
    }

    /** It hangs at one letter again and again, and all of them are due at the same times. */
    @Test
    void happens_though_it_hangs_at_a_letter_before() {
        MoodyMailServer.becomes(MoodyMailServer.Mood.AWAY);
        var silent = Letterbox.at("silent.jack", queueing, letters).queue(loginLink());
        var ids = IntStream.range(0, 6).mapToObj(i -> anna.queue(loginLink())).toList();
        await().untilAsserted(() -> assertThat(ids)
                .allSatisfy(id -> assertThat(anna.delivery(id).failure()).isEqualTo("server-unreachable")));

        MoodyMailServer.becomes(MoodyMailServer.Mood.CONTENT);

        await().atMost(A_MINUTE).untilAsserted(() -> assertThat(ids)
                .allSatisfy(id -> assertThat(anna.delivery(id).status()).isEqualTo(SENT)));
        assertThat(anna.arrived()).hasSize(6);
        assertThat(anna.delivery(silent).status()).isEqualTo(QUEUED);
        QuarkusTransaction.requiringNew().run(() -> queueing.withdraw(List.of(silent)));
    }

    private double refusals() {
        return registry.counter("latchkey.mail.server.refusals").count();
    }
}
