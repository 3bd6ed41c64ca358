package dev.latchkey.staff;

import dev.latchkey.kernel.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Spends an invitation and sets the password with it. */
@ApplicationScoped
class AcceptingInvitation {

    private final StaffInvitations invitations;
    private final StaffMembers members;
    private final Passwords passwords;
    private final Clock clock;

    AcceptingInvitation(StaffInvitations invitations, StaffMembers members, Passwords passwords, Clock clock) {
        this.invitations = invitations;
        this.members = members;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Transactional
    StaffMember with(Secret token, String password) {
        var memberId = invitations.findAndLock(token).accept(clock.instant());
        var member = members.findById(memberId);
        member.protectWith(passwords.hash(password));
        members.save(member);
        return member;
    }
}
