package dev.latchkey.staffsignin;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Requests for resets that are not yet answered. */
@ApplicationScoped
class PasswordResetRequests implements PanacheRepositoryBase<PasswordResetRequest, UUID> {

    /** Locks the row, so that of two workers with the same request the second one finds it gone. */
    Optional<PasswordResetRequest> findAndLock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
