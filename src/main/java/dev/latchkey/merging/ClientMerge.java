package dev.latchkey.merging;

import dev.latchkey.clients.RetiringClient.Pair;
import dev.latchkey.kernel.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That one client's records became another's, and which they were. */
@Entity
class ClientMerge {

    /** A slip is noticed within a day; later, both are too much grown together. */
    static final Duration UNDOABLE_FOR = Duration.ofHours(24);

    @Id
    private UUID id;

    private UUID clinicId;
    private UUID survivingId;
    private UUID mergedId;
    private UUID mergedBy;
    private Instant mergedAt;

    /** The merged client was archived before. */
    private @Nullable Instant archivedBefore;

    private UUID[] moved = new UUID[0];
    private @Nullable Instant undoneAt;

    ClientMerge(Pair pair, UUID mergedBy, Instant now) {
        this.id = Ids.next();
        this.clinicId = pair.surviving().clinicId();
        this.survivingId = pair.surviving().id();
        this.mergedId = pair.merged().id();
        this.mergedBy = mergedBy;
        this.mergedAt = now;
        this.archivedBefore = pair.archivedBefore();
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected ClientMerge() {}

    void keepMoved(Collection<UUID> recordIds) {
        moved = recordIds.toArray(UUID[]::new);
    }

    void undo(Instant now) {
        if (undoneAt != null) {
            throw MergeReason.MERGE_UNDONE.refusal();
        }
        if (!now.isBefore(undoableUntil())) {
            throw MergeReason.MERGE_FINAL.refusal();
        }
        undoneAt = now;
    }

    UUID id() {
        return id;
    }

    UUID clinicId() {
        return clinicId;
    }

    UUID survivingId() {
        return survivingId;
    }

    UUID mergedId() {
        return mergedId;
    }

    Instant mergedAt() {
        return mergedAt;
    }

    @Nullable
    Instant archivedBefore() {
        return archivedBefore;
    }

    List<UUID> moved() {
        return List.of(moved);
    }

    Instant undoableUntil() {
        return mergedAt.plus(UNDOABLE_FOR);
    }

    @Nullable
    Instant undoneAt() {
        return undoneAt;
    }
}
