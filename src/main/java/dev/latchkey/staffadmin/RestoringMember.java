package dev.latchkey.staffadmin;

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

/** Restores a member who was suspended. */
@ApplicationScoped
class RestoringMember {

    private final StaffMembers members;
    private final TellingMember telling;
    private final Audit audit;

    RestoringMember(StaffMembers members, TellingMember telling, Audit audit) {
        this.members = members;
        this.telling = telling;
        this.audit = audit;
    }

    /** Refuses if they sign in at another clinic meanwhile. The owner's proof was asked for. */
    @Transactional(TxType.MANDATORY)
    StaffMember restore(StaffMember owner, UUID id) {
        var member = members.lockColleague(owner, id);
        if (member.restore()) {
            members.save(member);
            audit.record(AuditEntry.of(StaffAdminAction.STAFF_RESTORED, Actor.staff(owner.id()), member.clinicId())
                    .record(member.id())
                    .address(member.email()));
            telling.tell(member, AccountNotice.RESTORED);
        }
        return member;
    }
}
