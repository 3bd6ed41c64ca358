package dev.latchkey.mail;

import dev.latchkey.smtp.DeliveryReason;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a letter, as people who sent it may see it.
 *
 * @param smtpCode what the server answered at the last attempt, such as {@code 550 5.1.1}; null if it said nothing of this letter, or took it
 * @param nextAttemptAt null unless an attempt has failed and another one follows
 */
public record DeliveryReport(
        Delivery delivery,
        @Nullable String smtpCode,
        Optional<DeliveryReason> reason,
        @Nullable Instant nextAttemptAt) {

    /** A node of the version before takes a letter to the server, and leaves the answer to the attempt before it standing. */
    static DeliveryReport of(Delivery delivery, @Nullable SmtpCodes answer, @Nullable Instant dueAt) {
        var said = answer == null || delivery.status() == LetterStatus.SENT ? SmtpCodes.NONE : answer;
        return new DeliveryReport(
                delivery,
                said.smtpCode(),
                DeliveryReason.find(said.smtpReason() == null ? delivery.failure() : said.smtpReason()),
                delivery.isDeferred() ? dueAt : null);
    }

    /** The letter's own status, and {@code deferred} while it waits after an attempt that failed. */
    public String status() {
        return delivery.isDeferred() ? "deferred" : delivery.status().code();
    }

    /** No other letter would get into this mailbox either; but for a full one, which its owner may empty. */
    public boolean refusesMailbox() {
        return delivery.status() == LetterStatus.FAILED
                && DeliveryFailure.RECIPIENT_REFUSED.code().equals(delivery.failure())
                && reason.filter(DeliveryReason.MAILBOX_FULL::equals).isEmpty();
    }
}
