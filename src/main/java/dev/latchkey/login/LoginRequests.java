package dev.latchkey.login;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What was asked for on portal pages. */
@ApplicationScoped
class LoginRequests implements PanacheRepositoryBase<LoginRequest, UUID> {

    /** Locks the row, so that of two workers with the same request the second one sees it answered. */
    Optional<LoginRequest> findAndLock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    boolean wasToldOfNoRecord(LoginRequest request, Instant since) {
        return count(
                        "clinicId = ?1 and addressHash = ?2 and outcome = ?3 and answeredAt > ?4",
                        request.clinicId(),
                        request.addressHash(),
                        LoginRequest.Outcome.NO_CLIENT_RECORD,
                        since)
                > 0;
    }
}
