package dev.latchkey.batches;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.input.Cursor;
import dev.latchkey.input.Keyset;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;

/** The batches of all clinics. */
@ApplicationScoped
class LoginLinkBatches implements PanacheRepositoryBase<LoginLinkBatch, UUID> {

    private static final Keyset<LoginLinkBatch> NEWEST_FIRST =
            Keyset.<LoginLinkBatch>descending().key("id", LoginLinkBatch::id, Cursor::id);

    /** Refuses where another one of the clinic runs, which the database alone can know. */
    void add(LoginLinkBatch batch) {
        try {
            persistAndFlush(batch);
        } catch (ConstraintViolationException broken) {
            throw broken.getKind() == ConstraintKind.UNIQUE ? BatchReason.BATCH_RUNNING.refusal() : broken;
        }
    }

    LoginLinkBatch get(StaffCaller caller, UUID id) {
        return find("clinicId = ?1 and id = ?2", caller.clinicId(), id)
                .firstResultOptional()
                .orElseThrow(BatchReason.BATCH_NOT_FOUND::refusal);
    }

    LoginLinkBatch findAndLock(StaffCaller caller, UUID id) {
        return find("clinicId = ?1 and id = ?2", caller.clinicId(), id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(BatchReason.BATCH_NOT_FOUND::refusal);
    }

    /** Whose clients wait. */
    LoginLinkBatch findAndLock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Page<LoginLinkBatch> newestFirst(StaffCaller caller, Paging paging) {
        return NEWEST_FIRST.page(this, paging, "clinicId = ?1", caller.clinicId());
    }
}
