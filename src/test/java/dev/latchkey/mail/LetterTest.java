package dev.latchkey.mail;

import static dev.latchkey.mail.LetterStatus.EXPIRED;
import static dev.latchkey.mail.LetterStatus.FAILED;
import static dev.latchkey.mail.LetterStatus.QUEUED;
import static dev.latchkey.mail.LetterStatus.SENT;
import static dev.latchkey.mail.LetterStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kernel.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LetterTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration A_DAY = Duration.ofHours(24);

    @Test
    void keeps_its_content_while_it_waits() {
        var letter = letter(null);

        letter.beginAttempt(NOON);
        letter.notSent(DeliveryFailure.SERVER_UNREACHABLE, NOON, A_DAY);

        assertThat(letter.delivery()).isEqualTo(new Delivery(QUEUED, null, "server-unreachable"));
        assertThat(letter.content()).isNotNull();
    }

    @Test
    void forgets_its_content_once_it_is_sent() {
        var letter = letter(null);
        letter.notSent(DeliveryFailure.SERVER_UNREACHABLE, NOON, A_DAY);

        letter.sent(NOON);

        assertThat(letter.delivery()).isEqualTo(new Delivery(SENT, NOON, null));
        assertThat(letter.content()).isNull();
    }

    @Test
    void expires_at_the_very_moment_its_use_ends() {
        var letter = letter(NOON.plusSeconds(900));

        letter.beginAttempt(NOON.plusSeconds(900).minusMillis(1));
        assertThat(letter.isQueued()).isTrue();

        letter.beginAttempt(NOON.plusSeconds(900));
        assertThat(letter.delivery().status()).isEqualTo(EXPIRED);
        assertThat(letter.content()).isNull();
    }

    @Test
    void fails_at_once_when_the_refusal_is_for_good() {
        var letter = letter(null);

        letter.notSent(DeliveryFailure.RECIPIENT_REFUSED, NOON, A_DAY);

        assertThat(letter.delivery()).isEqualTo(new Delivery(FAILED, null, "recipient-refused"));
        assertThat(letter.content()).isNull();
    }

    @Test
    void is_given_up_after_a_day() {
        var letter = letter(null);

        letter.notSent(DeliveryFailure.SERVER_UNREACHABLE, NOON.plus(A_DAY).minusMillis(1), A_DAY);
        assertThat(letter.isQueued()).isTrue();

        letter.notSent(DeliveryFailure.SERVER_UNREACHABLE, NOON.plus(A_DAY), A_DAY);
        assertThat(letter.delivery()).isEqualTo(new Delivery(FAILED, null, "server-unreachable"));
    }

    @Test
    void is_not_given_up_while_it_is_of_use() {
        var letter = letter(NOON.plus(A_DAY).plus(A_DAY));

        letter.notSent(DeliveryFailure.SERVER_UNREACHABLE, NOON.plus(A_DAY), A_DAY);

        assertThat(letter.isQueued()).isTrue();
    }

    @Test
    void forgets_its_content_when_it_is_withdrawn() {
        var letter = letter(null);

        letter.withdraw();
        letter.notSent(DeliveryFailure.RECIPIENT_REFUSED, NOON, A_DAY);

        assertThat(letter.delivery()).isEqualTo(new Delivery(WITHDRAWN, null, null));
        assertThat(letter.content()).isNull();
    }

    @Test
    void is_out_even_if_it_was_withdrawn_on_its_way() {
        var letter = letter(null);
        letter.withdraw();

        letter.sent(NOON);

        assertThat(letter.delivery()).isEqualTo(new Delivery(SENT, NOON, null));
    }

    @Test
    void cannot_be_withdrawn_once_it_is_out() {
        var letter = letter(null);
        letter.sent(NOON);

        letter.withdraw();

        assertThat(letter.delivery().status()).isEqualTo(SENT);
    }

    private static Letter letter(@Nullable Instant usefulUntil) {
        return new Letter(
                UUID.randomUUID(),
                UUID.randomUUID(),
                LoginLinkLetter.KIND,
                new EmailAddress("mia@example.org"),
                new byte[] {1},
                usefulUntil,
                NOON);
    }
}
