package dev.latchkey.staffadmin;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.kernel.Secret;
import dev.latchkey.passwords.PasswordLimits;
import dev.latchkey.passwords.PasswordPolicy;
import dev.latchkey.passwords.Passwords;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.staff.StaffMembers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.Function;

/** Spends an invitation and sets the password with it. */
@ApplicationScoped
class AcceptingInvitation {

    private final StaffInvitations invitations;
    private final StaffMembers members;
    private final PasswordPolicy policy;
    private final Passwords passwords;
    private final PasswordLimits hashing;
    private final Audit audit;
    private final Clock clock;

    AcceptingInvitation(
            StaffInvitations invitations,
            StaffMembers members,
            PasswordPolicy policy,
            Passwords passwords,
            PasswordLimits hashing,
            Audit audit,
            Clock clock) {
        this.invitations = invitations;
        this.members = members;
        this.policy = policy;
        this.passwords = passwords;
        this.hashing = hashing;
        this.audit = audit;
        this.clock = clock;
    }

    /** The password is hashed outside of any transaction, for it takes long, and not for a stranger's guess. */
    <A> A accept(Secret token, String password, Function<StaffMember, A> answer) {
        var invitation = invitations.find(token);
        invitation.requireOpen(clock.instant());
        var invited = members.findByIdOptional(invitation.staffMemberId())
                .orElseThrow(InvitationReason.INVITATION_UNUSABLE::refusal); // revoked a moment ago
        policy.requireHardToGuess(invited, password);
        hashing.countHash();
        var hash = passwords.hash(password);
        return QuarkusTransaction.requiringNew().call(() -> answer.apply(join(token, hash)));
    }

    private StaffMember join(Secret token, String passwordHash) {
        var memberId = invitations.findAndLock(token).accept(clock.instant());
        var member = members.lock(memberId);
        member.protectWith(passwordHash);
        members.save(member);
        audit.record(AuditEntry.of(StaffAdminAction.INVITATION_ACCEPTED, Actor.staff(memberId), member.clinicId())
                .address(member.email()));
        return member;
    }
}
