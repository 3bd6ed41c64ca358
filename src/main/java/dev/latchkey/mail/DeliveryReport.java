package dev.latchkey.mail;

import dev.latchkey.smtp.DeliveryReason;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a letter, as people who sent it may see it.
 *
 * @param smtpCode what the server answered at the last attempt, such as {@code 550 5.1.1}, or with what it gave the letter back, such as
 *     {@code 5.1.1}; null if it said nothing of this letter, or took it
 * @param nextAttemptAt null unless an attempt has failed and another one follows
 * @param bounce null unless the server took the letter and gave it back
 */
public record DeliveryReport(
        Delivery delivery,
        @Nullable String smtpCode,
        Optional<DeliveryReason> reason,
        @Nullable Instant nextAttemptAt,
        @Nullable Bounce bounce) {

    /** A node of the version before takes a letter to the server, and leaves the answer to the attempt before it standing. */
    static DeliveryReport of(
            Delivery delivery, @Nullable SmtpCodes answer, @Nullable Instant dueAt, @Nullable Bounce bounce) {
        if (bounce != null) {
            var why = DeliveryReason.ofBounce(bounce.bounceCode());
            return new DeliveryReport(delivery, bounce.bounceCode(), Optional.of(why), null, bounce);
        }
        var said = answer == null || delivery.status() == LetterStatus.SENT ? SmtpCodes.NONE : answer;
        return new DeliveryReport(
                delivery,
                said.smtpCode(),
                DeliveryReason.find(said.smtpReason() == null ? delivery.failure() : said.smtpReason()),
                delivery.isDeferred() ? dueAt : null,
                null);
    }

    /** The letter's own status; {@code deferred} while it waits after an attempt that failed, and {@code bounced} if it came back. */
    public String status() {
        if (bounce != null) {
            return "bounced";
        }
        return delivery.isDeferred() ? "deferred" : delivery.status().code();
    }

    /** No other letter would get into this mailbox either; but for a full one, which its owner may empty. */
    public boolean refusesMailbox() {
        return delivery.status() == LetterStatus.FAILED
                && DeliveryFailure.RECIPIENT_REFUSED.code().equals(delivery.failure())
                && reason.filter(DeliveryReason.MAILBOX_FULL::equals).isEmpty();
    }

    /**
     * That a letter came back.
     *
     * @param bouncePermanent its mailbox takes no other either
     * @param bounceCode of RFC 3463, such as {@code 5.1.1}
     */
    @Embeddable
    public record Bounce(
            Instant bouncedAt,
            boolean bouncePermanent,
            @Nullable String bounceCode) {

        Bounce notBefore(Instant moment) {
            return bouncedAt.isBefore(moment) ? new Bounce(moment, bouncePermanent, bounceCode) : this;
        }
    }
}
