package dev.latchkey.merging;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.clients.RetiringClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes one of two records of the same person. */
@ApplicationScoped
class MergingClients {

    private final ClientMerges merges;
    private final RetiringClient retiring;
    private final Event<ClientsMerged> merged;
    private final Audit audit;
    private final Clock clock;

    MergingClients(
            ClientMerges merges, RetiringClient retiring, Event<ClientsMerged> merged, Audit audit, Clock clock) {
        this.merges = merges;
        this.retiring = retiring;
        this.merged = merged;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    ClientMerge merge(StaffCaller caller, UUID survivingId, UUID mergedId, @Nullable String ifMatch) {
        if (survivingId.equals(mergedId)) {
            throw MergeReason.MERGED_WITH_ITSELF.refusal();
        }
        var pair = retiring.lock(caller, survivingId, mergedId);
        var merge = new ClientMerge(pair, caller.staffMemberId(), clock.instant());
        var what = caller.occurrence(MergeAction.CLIENTS_MERGED).record(merge.id());
        retiring.retire(caller, pair, ifMatch, what.client(survivingId), () -> move(merge));
        audit.record(what.client(mergedId));
        return merge;
    }

    /** The merge is there first: what is a client's moves by one alone. */
    private void move(ClientMerge merge) {
        merges.persistAndFlush(merge);
        var event = new ClientsMerged(merge.clinicId(), merge.survivingId(), merge.mergedId());
        merged.fire(event);
        merge.keepMoved(event.moved());
    }
}
