package dev.latchkey.staffadmin;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Secret;
import dev.latchkey.staff.StaffMember;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** All invitations, open and spent. */
@ApplicationScoped
class StaffInvitations implements PanacheRepositoryBase<StaffInvitation, UUID> {

    /** What was mailed to them before opens nothing any more. Taken before the member's own row, as accepting does. */
    void withdrawAll(UUID clinicId, EmailAddress address) {
        delete(
                "token.spentAt is null and staffMemberId in"
                        + " (select id from StaffMember where clinicId = ?1 and addressKey = ?2)",
                clinicId,
                address.key());
    }

    /** What an owner has sent is worth nothing once they are none. */
    void withdrawAllBy(StaffMember owner) {
        delete("token.spentAt is null and invitedBy = ?1", owner.id());
    }

    StaffInvitation find(Secret token) {
        return find("token.tokenHash", token.hash())
                .firstResultOptional()
                .orElseThrow(InvitationReason.INVITATION_UNUSABLE::refusal);
    }

    StaffInvitation findAndLock(Secret token) {
        return find("token.tokenHash", token.hash())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(InvitationReason.INVITATION_UNUSABLE::refusal);
    }
}
