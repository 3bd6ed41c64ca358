package dev.latchkey.staffadmin;

import dev.latchkey.access.Role;
import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.staff.AccountNotice;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.staff.StaffMembers;
import dev.latchkey.staff.TellingMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Changes the roles of members. An owner's own role changes only by handing ownership on, so that there always is one. */
@ApplicationScoped
class ChangingRole {

    private final StaffMembers members;
    private final StaffInvitations invitations;
    private final TellingMember telling;
    private final Audit audit;

    ChangingRole(StaffMembers members, StaffInvitations invitations, TellingMember telling, Audit audit) {
        this.members = members;
        this.invitations = invitations;
        this.telling = telling;
        this.audit = audit;
    }

    @Transactional(TxType.MANDATORY)
    StaffMember change(StaffMember owner, UUID id, Role role, Consumer<StaffMember> precondition) {
        var member = members.lockColleague(owner, id);
        precondition.accept(member);
        become(owner, member, role);
        return member;
    }

    /** Only to who can act as one from now on. */
    @Transactional(TxType.MANDATORY)
    StaffMember handOwnershipOn(StaffMember owner, UUID id, @Nullable Role stepDownTo) {
        var member = members.lockColleague(owner, id);
        member.requireAbleToOwn();
        become(owner, member, Role.OWNER);
        if (stepDownTo != null) {
            members.flush(); // the database counts the owners at each step
            become(owner, owner, stepDownTo);
        }
        return member;
    }

    private void become(StaffMember owner, StaffMember member, Role role) {
        if (member.role() == role) {
            return;
        }
        var ownership = member.role() == Role.OWNER || role == Role.OWNER;
        if (member.role() == Role.OWNER) {
            invitations.withdrawAllBy(member);
        }
        member.become(role);
        audit.record(AuditEntry.of(
                        ownership ? StaffAdminAction.OWNERSHIP_CHANGED : StaffAdminAction.STAFF_ROLE_CHANGED,
                        Actor.staff(owner.id()),
                        member.clinicId())
                .record(member.id())
                .address(member.email())
                .because(role.code()));
        telling.tell(member, AccountNotice.ROLE_CHANGED);
        if (ownership && member != owner) {
            telling.tell(owner, AccountNotice.OWNERSHIP_CHANGED);
        }
    }
}
