package dev.latchkey.batches;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Login links that a staff member has sent to many clients at once, and how far that has come. */
@Entity
class LoginLinkBatch {

    /** How long after its turn a letter may wait for room. */
    static final Duration PATIENCE = Duration.ofDays(1);

    @Id
    private UUID id;

    private UUID clinicId;
    private UUID startedBy;
    private Instant startedAt;
    private Instant givenUpAt;
    private int clients;
    private int letters;
    private int waiting;
    private int sent;
    private int leftOut;
    private int cancelled;
    private @Nullable Instant endedAt;

    LoginLinkBatch(UUID id, UUID clinicId, UUID startedBy, BatchPlan plan, Instant now) {
        this.id = id;
        this.clinicId = clinicId;
        this.startedBy = startedBy;
        this.startedAt = now;
        this.givenUpAt = now.plus(plan.takes()).plus(PATIENCE);
        this.clients = plan.recipients().size();
        this.letters = plan.letters();
        this.waiting = plan.waiting();
        this.leftOut = clients - waiting;
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected LoginLinkBatch() {}

    void settle(int nowSent, int nowLeftOut, Instant now) {
        sent += nowSent;
        leftOut += nowLeftOut;
        waiting -= nowSent + nowLeftOut;
        endIfDone(now);
    }

    void cancel(Instant now) {
        cancelled = waiting;
        waiting = 0;
        endIfDone(now);
    }

    private void endIfDone(Instant now) {
        if (waiting == 0) {
            endedAt = now;
        }
    }

    boolean isGivenUp(Instant now) {
        return now.isAfter(givenUpAt);
    }

    /** In the contract's words. */
    String status() {
        if (isRunning()) {
            return "running";
        }
        return cancelled > 0 ? "cancelled" : "ended";
    }

    boolean isRunning() {
        return endedAt == null;
    }

    /** When the last letter is sent, if there is room for each at its turn. */
    Instant estimatedEndAt() {
        return givenUpAt.minus(PATIENCE);
    }

    UUID id() {
        return id;
    }

    UUID clinicId() {
        return clinicId;
    }

    UUID startedBy() {
        return startedBy;
    }

    Instant startedAt() {
        return startedAt;
    }

    int clients() {
        return clients;
    }

    int letters() {
        return letters;
    }

    int waiting() {
        return waiting;
    }

    int sent() {
        return sent;
    }

    int leftOut() {
        return leftOut;
    }

    int cancelled() {
        return cancelled;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}
