package dev.latchkey.mail;

import dev.latchkey.jobs.Queue;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Ids;
import dev.latchkey.mail.DeliveryReport.Bounce;
import dev.latchkey.mail.SealedLetterContent.SealedContent;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
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
    private boolean toStranger;
    private byte @Nullable [] content;
    private Instant queuedAt;
    private @Nullable Instant usefulUntil;

    /** While it waits; {@code jobs.Queue} goes on with it. So it does with the attempts that failed. */
    @Column(updatable = false)
    private @Nullable Instant dueAt;

    @Column(updatable = false)
    private int attempts;

    private boolean urgent;

    @Embedded
    private Delivery delivery = Delivery.QUEUED;

    @Embedded
    private @Nullable SmtpCodes answer;

    @Embedded
    private @Nullable Bounce bounce;

    Letter(NewLetter what, SealedContent sealed, Instant now) {
        this.id = Ids.next();
        this.clinicId = what.clinicId();
        this.kind = sealed.kind();
        this.recipient = what.recipient().address();
        this.toStranger = what.content().isToStranger();
        this.content = sealed.content();
        this.queuedAt = now;
        this.dueAt = Queue.dueSince(now);
        this.urgent = what.isUrgent();
        this.usefulUntil = what.content().usefulUntil().orElse(null);
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Letter() {}

    /** Unless it is still of use. */
    Optional<LetterFinished> expire(Instant now) {
        return usefulUntil == null || now.isBefore(usefulUntil) ? Optional.empty() : become(delivery.expired());
    }

    Optional<LetterFinished> sent(Instant now) {
        return become(delivery.sent(now));
    }

    Optional<LetterFinished> notSent(DeliveryFailure why, Instant now, Duration giveUpAfter) {
        var end = usefulUntil == null ? queuedAt.plus(giveUpAfter) : usefulUntil;
        return become(delivery.notSent(why, !now.isBefore(end)));
    }

    /** To the last attempt, whatever became of the letter since. */
    void answered(SmtpCodes said) {
        answer = said;
    }

    /** False if that is known, or that it came back for good. It cannot have come back before it was sent, whatever others' clocks say. */
    boolean bounce(Bounce next) {
        if (bounce != null && (bounce.bouncePermanent() || !next.bouncePermanent())) {
            return false;
        }
        var sentAt = delivery.sentAt() == null ? queuedAt : delivery.sentAt();
        bounce = next.notBefore(sentAt);
        return true;
    }

    /** Never of one to a stranger that waits no more. */
    boolean isTo(EmailAddress address) {
        return recipient != null && recipient().key().equals(address.key());
    }

    Optional<LetterFinished> withdraw() {
        return become(delivery.withdrawn());
    }

    /** What there is to tell, if this has just ended its waiting. */
    private Optional<LetterFinished> become(Delivery next) {
        var before = delivery;
        delivery = next;
        if (next.isQueued() || next.equals(before)) {
            return Optional.empty();
        }
        var finished = new LetterFinished(id, clinicId, recipient == null ? null : recipient(), report());
        content = null;
        recipient = toStranger ? null : recipient;
        return Optional.of(finished);
    }

    boolean isUrgent() {
        return urgent;
    }

    boolean hasFailedBefore() {
        return delivery.failure() != null;
    }

    DeliveryReport report() {
        return DeliveryReport.of(delivery, answer, dueAt, bounce);
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

    Delivery delivery() {
        return delivery;
    }
}
