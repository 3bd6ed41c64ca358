package dev.latchkey.mail;

import static dev.latchkey.mail.LetterStatus.EXPIRED;
import static dev.latchkey.mail.LetterStatus.FAILED;
import static dev.latchkey.mail.LetterStatus.QUEUED;
import static dev.latchkey.mail.LetterStatus.SENT;
import static dev.latchkey.mail.LetterStatus.WITHDRAWN;

import dev.latchkey.kernel.EmailAddress;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One e-mail to one recipient, from the moment it is queued. Its sealed content is deleted as soon as it no longer waits. */
@Entity
class Letter {

    @Id
    private UUID id;

    private UUID clinicId;
    private String kind;
    private @Nullable String recipient;
    private byte @Nullable [] content;

    @Enumerated(EnumType.STRING)
    private LetterStatus status = QUEUED;

    private Instant queuedAt;
    private @Nullable Instant usefulUntil;
    private @Nullable Instant sentAt;
    private int attempts;
    private @Nullable String failure;

    @Transient
    private @Nullable LetterUndeliverable undeliverable;

    @Transient
    private @Nullable LetterStatus finished;

    Letter(
            UUID id,
            UUID clinicId,
            String kind,
            EmailAddress recipient,
            byte[] sealedContent,
            @Nullable Instant usefulUntil,
            Instant now) {
        this.id = id;
        this.clinicId = clinicId;
        this.kind = kind;
        this.recipient = recipient.address();
        this.content = sealedContent;
        this.usefulUntil = usefulUntil;
        this.queuedAt = now;
    }

    /** Counts an attempt, unless the letter is of no use any more: then it expires. */
    void beginAttempt(Instant now) {
        if (usefulUntil != null && !now.isBefore(usefulUntil)) {
            finish(EXPIRED);
        } else {
            attempts++;
        }
    }

    /** Also of a letter that was withdrawn while it was on its way: it is out. */
    void sent(Instant now) {
        if (status == QUEUED || status == WITHDRAWN) {
            finish(SENT);
            sentAt = now;
            failure = null;
        }
    }

    void notSent(DeliveryFailure why, Instant now, Duration giveUpAfter) {
        if (status != QUEUED) {
            return;
        }
        failure = why.code();
        var end = usefulUntil == null ? queuedAt.plus(giveUpAfter) : usefulUntil;
        if (why.isPermanent() || !now.isBefore(end)) {
            finish(FAILED);
        }
    }

    void withdraw() {
        if (status == QUEUED) {
            finish(WITHDRAWN);
        }
    }

    /** The event to fire if it has just turned out that the letter will never arrive. */
    Optional<LetterUndeliverable> undeliverable() {
        return Optional.ofNullable(undeliverable);
    }

    /** How it ended, if it just did. */
    Optional<LetterStatus> finished() {
        return Optional.ofNullable(finished);
    }

    private void finish(LetterStatus outcome) {
        if (outcome == FAILED || outcome == EXPIRED) {
            undeliverable =
                    new LetterUndeliverable(id, clinicId, recipient(), failure == null ? EXPIRED.code() : failure);
        }
        status = outcome;
        finished = outcome;
        content = null;
        if (kind.equals(NoClientRecordLetter.KIND)) {
            recipient = null; // a stranger's, who typed it
        }
    }

    UUID id() {
        return id;
    }

    UUID clinicId() {
        return clinicId;
    }

    EmailAddress recipient() {
        return new EmailAddress(Objects.requireNonNull(recipient));
    }

    byte @Nullable [] content() {
        return content;
    }

    boolean isQueued() {
        return status == QUEUED;
    }

    Delivery delivery() {
        return new Delivery(status, sentAt, failure);
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Letter() {}
}
