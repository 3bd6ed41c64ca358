package dev.latchkey.staffadmin;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.secondfactor.FactorChallenges;
import dev.latchkey.sessions.EndingSessions;
import dev.latchkey.staff.AccountNotice;
import dev.latchkey.staff.StaffMembers;
import dev.latchkey.staff.TellingMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Signs a member out everywhere, and ends half-finished sign-ins too. They may sign in again. */
@ApplicationScoped
class EndingMemberSessions {

    private final StaffMembers members;
    private final FactorChallenges challenges;
    private final EndingSessions endingSessions;
    private final TellingMember telling;
    private final Clock clock;

    EndingMemberSessions(
            StaffMembers members,
            FactorChallenges challenges,
            EndingSessions endingSessions,
            TellingMember telling,
            Clock clock) {
        this.members = members;
        this.challenges = challenges;
        this.endingSessions = endingSessions;
        this.telling = telling;
        this.clock = clock;
    }

    @Transactional
    void end(StaffCaller caller, UUID id) {
        var owner = members.lockOwner(caller);
        var member = members.lock(owner.clinicId(), id);
        challenges.forgetAll(member);
        var ended = endingSessions.endAllOfStaff(
                member.clinicId(), member.id(), caller.actor(), "ended-by-owner", clock.instant());
        if (ended > 0 && !member.equals(owner)) {
            telling.tell(member, AccountNotice.SESSIONS_ENDED);
        }
    }
}
