package dev.latchkey.staff;

import dev.latchkey.kernel.Secret;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** All invitations, open and spent. */
@ApplicationScoped
class StaffInvitations implements PanacheRepositoryBase<StaffInvitation, UUID> {

    StaffInvitation findAndLock(Secret token) {
        return find("tokenHash", token.hash())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(StaffReason.INVITATION_UNUSABLE::refusal);
    }
}
