package dev.latchkey.staffadmin;

import dev.latchkey.access.Role;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.secondfactor.FactorChallenges;
import dev.latchkey.secondfactor.Proof;
import dev.latchkey.sessions.EndingSessions;
import dev.latchkey.staff.AccountNotice;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.staff.StaffMembers;
import dev.latchkey.staff.TellingMember;
import dev.latchkey.staffsignin.MintingReset;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;

/** Suspends a member at once: ends their sessions, resets and half-finished sign-ins. */
@ApplicationScoped
class SuspendingMember {

    private final StaffMembers members;
    private final StaffInvitations invitations;
    private final MintingReset minting;
    private final FactorChallenges challenges;
    private final EndingSessions endingSessions;
    private final TellingMember telling;
    private final Audit audit;
    private final Clock clock;

    SuspendingMember(
            StaffMembers members,
            StaffInvitations invitations,
            MintingReset minting,
            FactorChallenges challenges,
            EndingSessions endingSessions,
            TellingMember telling,
            Audit audit,
            Clock clock) {
        this.members = members;
        this.invitations = invitations;
        this.minting = minting;
        this.challenges = challenges;
        this.endingSessions = endingSessions;
        this.telling = telling;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every member but an owner; to suspend an owner takes a proof. */
    @Transactional
    <A> A suspendWithoutProof(StaffCaller caller, UUID id, Function<StaffMember, A> answer) {
        var owner = members.lockOwner(caller);
        var member = members.lockColleague(owner, id);
        if (member.role() == Role.OWNER) {
            throw Proof.missing();
        }
        return answer.apply(suspend(owner, member));
    }

    /** The owner's proof was asked for. */
    @Transactional(TxType.MANDATORY)
    StaffMember suspend(StaffMember owner, UUID id) {
        return suspend(owner, members.lockColleague(owner, id));
    }

    /** Once more changes nothing, and sends no letter. */
    private StaffMember suspend(StaffMember owner, StaffMember member) {
        var now = clock.instant();
        if (member.suspend(now)) {
            invitations.withdrawAllBy(member);
            minting.cancel(member);
            challenges.forgetAll(member);
            endingSessions.endAllOfStaff(member.clinicId(), member.id(), Actor.staff(owner.id()), "suspended", now);
            audit.record(AuditEntry.of(StaffAdminAction.STAFF_SUSPENDED, Actor.staff(owner.id()), member.clinicId())
                    .record(member.id())
                    .address(member.email()));
            telling.tell(member, AccountNotice.SUSPENDED);
        }
        return member;
    }
}
