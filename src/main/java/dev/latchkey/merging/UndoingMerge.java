package dev.latchkey.merging;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.clients.RetiringClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Makes two records of one again, as long as that is known to be right: what came since stays with the surviving one. */
@ApplicationScoped
class UndoingMerge {

    private final ClientMerges merges;
    private final RetiringClient retiring;
    private final Event<ClientsUnmerged> unmerged;
    private final Audit audit;
    private final Clock clock;

    UndoingMerge(
            ClientMerges merges, RetiringClient retiring, Event<ClientsUnmerged> unmerged, Audit audit, Clock clock) {
        this.merges = merges;
        this.retiring = retiring;
        this.unmerged = unmerged;
        this.audit = audit;
        this.clock = clock;
    }

    /** The clients are locked before their merge, as when it was made. */
    @Transactional
    void undo(StaffCaller caller, UUID survivingId, UUID mergeId) {
        var pair = retiring.lock(caller, survivingId, merges.mergedClient(caller, survivingId, mergeId));
        var merge = merges.findAndLock(caller, survivingId, mergeId);
        merge.undo(clock.instant());
        retiring.restore(caller, pair, merge.archivedBefore());
        unmerged.fire(new ClientsUnmerged(merge));
        var what = caller.occurrence(MergeAction.CLIENTS_UNMERGED).record(mergeId);
        audit.record(what.client(survivingId));
        audit.record(what.client(merge.mergedId()));
    }
}
