package dev.latchkey.mail;

import static dev.latchkey.mail.LetterStatus.EXPIRED;
import static dev.latchkey.mail.LetterStatus.FAILED;
import static dev.latchkey.mail.LetterStatus.QUEUED;
import static dev.latchkey.mail.LetterStatus.SENT;
import static dev.latchkey.mail.LetterStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.letterhead.Letterhead;
import dev.latchkey.mail.SealedLetterContent.SealedContent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LetterTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final EmailAddress MIA = new EmailAddress("mia@example.org");
    private static final Duration A_DAY = Duration.ofHours(24);

    @Test
    void keeps_its_content_while_it_waits() {
        var letter = letter(null);

        letter.expire(NOON);
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

        letter.expire(NOON.plusSeconds(900).minusMillis(1));
        assertThat(letter.delivery().status()).isEqualTo(QUEUED);

        letter.expire(NOON.plusSeconds(900));
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
        assertThat(letter.delivery().status()).isEqualTo(QUEUED);

        letter.notSent(DeliveryFailure.SERVER_UNREACHABLE, NOON.plus(A_DAY), A_DAY);
        assertThat(letter.delivery()).isEqualTo(new Delivery(FAILED, null, "server-unreachable"));
    }

    @Test
    void is_not_given_up_while_it_is_of_use() {
        var letter = letter(NOON.plus(A_DAY).plus(A_DAY));

        letter.notSent(DeliveryFailure.SERVER_UNREACHABLE, NOON.plus(A_DAY), A_DAY);

        assertThat(letter.delivery().status()).isEqualTo(QUEUED);
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

    @Test
    void forgets_a_stranger_as_soon_as_it_waits_no_more() {
        var letter = letterWith(new Note(null, true));
        letter.notSent(DeliveryFailure.SERVER_UNREACHABLE, NOON, A_DAY);
        assertThat(letter.recipient()).isEqualTo(MIA);

        assertThat(letter.withdraw())
                .hasValueSatisfying(finished -> assertThat(finished.recipient()).isEqualTo(MIA));

        assertThatThrownBy(letter::recipient).isInstanceOf(NullPointerException.class);
        assertThat(letter.sent(NOON))
                .hasValueSatisfying(finished -> assertThat(finished.recipient()).isNull());
    }

    @Test
    void remembers_every_other_recipient() {
        var letter = letter(null);

        letter.sent(NOON);

        assertThat(letter.recipient()).isEqualTo(MIA);
    }

    @Test
    void tells_once_that_it_waits_no_more() {
        var letter = letter(null);
        assertThat(letter.expire(NOON)).isEmpty();
        assertThat(letter.notSent(DeliveryFailure.SERVER_UNREACHABLE, NOON, A_DAY))
                .isEmpty();

        assertThat(letter.notSent(DeliveryFailure.RECIPIENT_REFUSED, NOON, A_DAY))
                .hasValueSatisfying(finished ->
                        assertThat(finished.delivery().status().isLost()).isTrue());

        assertThat(letter.notSent(DeliveryFailure.RECIPIENT_REFUSED, NOON, A_DAY))
                .isEmpty();
        assertThat(letter.withdraw()).isEmpty();
        assertThat(letter.sent(NOON)).isEmpty();
    }

    private static Letter letter(@Nullable Instant usefulUntil) {
        return letterWith(new Note(usefulUntil, false));
    }

    private static Letter letterWith(LetterContent content) {
        return new Letter(
                new NewLetter(UUID.randomUUID(), MIA, content), new SealedContent("note", new byte[] {1}), NOON);
    }

    record Note(@Nullable Instant until, @Override boolean isToStranger) implements LetterContent {

        @Override
        public Letterhead letterhead() {
            return Letterhead.plain("Harbour Physio");
        }

        @Override
        public String subject() {
            return "A note";
        }

        @Override
        public Optional<Instant> usefulUntil() {
            return Optional.ofNullable(until);
        }
    }
}
