package dev.latchkey.merging;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.input.Cursor;
import dev.latchkey.input.Keyset;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** The merges of all clinics; every question says of which clinic and of which surviving client. */
@ApplicationScoped
class ClientMerges implements PanacheRepositoryBase<ClientMerge, UUID> {

    private static final Keyset<ClientMerge> NEWEST_FIRST =
            Keyset.<ClientMerge>descending().key("id", ClientMerge::id, Cursor::id);

    /** Who was merged, which never changes. The merge itself is read when both clients are locked. */
    UUID mergedClient(StaffCaller caller, UUID survivingId, UUID id) {
        return find("clinicId = ?1 and survivingId = ?2 and id = ?3", caller.clinicId(), survivingId, id)
                .project(MergedClient.class)
                .firstResultOptional()
                .orElseThrow(MergeReason.MERGE_NOT_FOUND::refusal)
                .mergedId();
    }

    ClientMerge findAndLock(StaffCaller caller, UUID survivingId, UUID id) {
        return find("clinicId = ?1 and survivingId = ?2 and id = ?3", caller.clinicId(), survivingId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(MergeReason.MERGE_NOT_FOUND::refusal);
    }

    Page<ClientMerge> newestFirst(StaffCaller caller, UUID survivingId, Paging paging) {
        return NEWEST_FIRST.page(this, paging, "clinicId = ?1 and survivingId = ?2", caller.clinicId(), survivingId);
    }

    record MergedClient(UUID mergedId) {}
}
