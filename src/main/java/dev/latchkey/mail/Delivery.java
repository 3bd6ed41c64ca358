package dev.latchkey.mail;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a letter.
 *
 * @param sentAt null unless it was sent
 * @param failure why it was not sent, or not yet: {@code recipient-refused}, {@code letter-refused}, {@code server-refused},
 *     {@code server-unreachable}, {@code unreadable}; null if nothing went wrong
 */
@Embeddable
public record Delivery(
        @Enumerated(EnumType.STRING) LetterStatus status,
        @Nullable Instant sentAt,
        @Nullable String failure) {

    static final Delivery QUEUED = new Delivery(LetterStatus.QUEUED, null, null);

    boolean isQueued() {
        return status == LetterStatus.QUEUED;
    }

    /** It waits, and an attempt has failed. */
    boolean isDeferred() {
        return isQueued() && failure != null;
    }

    /** Also of a letter that was withdrawn while it was on its way: it is out. */
    Delivery sent(Instant now) {
        return isQueued() || status == LetterStatus.WITHDRAWN ? new Delivery(LetterStatus.SENT, now, null) : this;
    }

    /** It waits for the next attempt, unless there can be none. */
    Delivery notSent(DeliveryFailure why, boolean isLast) {
        if (!isQueued()) {
            return this;
        }
        return new Delivery(isLast || why.isPermanent() ? LetterStatus.FAILED : LetterStatus.QUEUED, null, why.code());
    }

    Delivery expired() {
        return isQueued() ? new Delivery(LetterStatus.EXPIRED, null, failure) : this;
    }

    Delivery withdrawn() {
        return isQueued() ? new Delivery(LetterStatus.WITHDRAWN, null, failure) : this;
    }
}
