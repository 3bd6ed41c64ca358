package dev.latchkey.staffsignin;

import dev.latchkey.access.CommitOnRefusal;
import dev.latchkey.audit.Actor;
import dev.latchkey.kernel.Secret;
import dev.latchkey.passwords.DeviceToken;
import dev.latchkey.passwords.StaffLimits;
import dev.latchkey.secondfactor.FactorChallenge;
import dev.latchkey.secondfactor.FactorChallenges;
import dev.latchkey.secondfactor.FactorReason;
import dev.latchkey.secondfactor.ProvingFactor;
import dev.latchkey.secondfactor.SecondFactors;
import dev.latchkey.sessions.Session;
import dev.latchkey.sessions.Sessions;
import dev.latchkey.staff.StaffMembers;
import dev.latchkey.staffsignin.SigningInStaff.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** Opens the session of a member who has shown their password and now a code. */
@ApplicationScoped
class CompletingSignIn {

    private final FactorChallenges challenges;
    private final StaffMembers members;
    private final SecondFactors factors;
    private final ProvingFactor proving;
    private final Sessions sessions;
    private final StaffLimits limits;
    private final Clock clock;

    CompletingSignIn(
            FactorChallenges challenges,
            StaffMembers members,
            SecondFactors factors,
            ProvingFactor proving,
            Sessions sessions,
            StaffLimits limits,
            Clock clock) {
        this.challenges = challenges;
        this.members = members;
        this.factors = factors;
        this.proving = proving;
        this.sessions = sessions;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * A browser that was in before hears that its token is over, and not that strangers guess in its network.
     *
     * @param answer is built before the code counts as spent
     */
    <A> A complete(Secret token, String code, List<DeviceToken> devices, Function<SignedIn, A> answer) {
        var known = devices.isEmpty() ? limits.countWrongSecrets(() -> challenges.find(token)) : challenges.find(token);
        var member = members.findById(known.staffMemberId());
        return limits.countWrongCodes(
                member,
                DeviceToken.of(member, devices),
                () -> CommitOnRefusal.call(() -> answer.apply(enter(known, token, code))));
    }

    private SignedIn enter(FactorChallenge known, Secret token, String code) {
        var now = clock.instant();
        var member = members.lock(known.staffMemberId());
        if (member.isSuspended()) {
            throw FactorReason.SECOND_FACTOR_TOKEN_INVALID.refusal();
        }
        var challenge = challenges.findAndLock(token);
        challenge.requireOpen(now);
        var factor = factors.enrolledBy(member.id()).orElseThrow(FactorReason.SECOND_FACTOR_TOKEN_INVALID::refusal);
        if (!proving.spend(Actor.visitor(), member, factor, code)) {
            challenge.recordFailure();
            throw FactorReason.SECOND_FACTOR_CODE_WRONG.refusal();
        }
        challenge.complete(now);
        var session = Session.ofStaff(member.clinicId(), member.id(), member.role(), false, now);
        sessions.open(session);
        return new SignedIn(member, session, false);
    }
}
