package dev.latchkey.staffadmin;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.staff.AccountNotice;
import dev.latchkey.staff.StaffMembers;
import dev.latchkey.staff.TellingMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Takes an invitation back that was not accepted, and with it the member who never came: no record names them yet. */
@ApplicationScoped
class RevokingInvitation {

    private final StaffMembers members;
    private final StaffInvitations invitations;
    private final TellingMember telling;
    private final Audit audit;

    RevokingInvitation(StaffMembers members, StaffInvitations invitations, TellingMember telling, Audit audit) {
        this.members = members;
        this.invitations = invitations;
        this.telling = telling;
        this.audit = audit;
    }

    /** The invitation before the member, as accepting does. */
    @Transactional
    void revoke(StaffCaller caller, UUID id) {
        members.lockOwner(caller);
        var known = members.get(caller, id);
        invitations.withdrawAll(known.clinicId(), known.email());
        var member = members.refreshAndLock(known);
        member.requireOnlyInvited();
        audit.record(AuditEntry.of(StaffAdminAction.INVITATION_REVOKED, caller.actor(), member.clinicId())
                .record(member.id())
                .address(member.email()));
        telling.tellWhoWasInvited(member, AccountNotice.INVITATION_REVOKED);
        members.remove(member);
    }
}
