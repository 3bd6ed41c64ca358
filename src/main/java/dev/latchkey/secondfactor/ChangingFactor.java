package dev.latchkey.secondfactor;

import dev.latchkey.access.CommitOnRefusal;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.passwords.ProvingPassword;
import dev.latchkey.passwords.StaffLimits;
import dev.latchkey.sessions.EndingSessions;
import dev.latchkey.staff.AccountAction;
import dev.latchkey.staff.StaffMember;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** Renews the recovery codes or takes the second factor away, for a member who shows both factors once more. */
@ApplicationScoped
class ChangingFactor {

    private final ProvingPassword provingPassword;
    private final ProvingFactor provingFactor;
    private final SecondFactors factors;
    private final FactorChallenges challenges;
    private final IssuingRecoveryCodes issuing;
    private final EndingSessions endingSessions;
    private final StaffLimits limits;
    private final Audit audit;
    private final Clock clock;

    ChangingFactor(
            ProvingPassword provingPassword,
            ProvingFactor provingFactor,
            SecondFactors factors,
            FactorChallenges challenges,
            IssuingRecoveryCodes issuing,
            EndingSessions endingSessions,
            StaffLimits limits,
            Audit audit,
            Clock clock) {
        this.provingPassword = provingPassword;
        this.provingFactor = provingFactor;
        this.factors = factors;
        this.challenges = challenges;
        this.issuing = issuing;
        this.endingSessions = endingSessions;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    <A> A renewRecoveryCodes(StaffCaller caller, String password, String code, Function<List<RecoveryCode>, A> answer) {
        return change(
                caller,
                password,
                code,
                AccountAction.RECOVERY_CODES_RENEWED,
                factor -> answer.apply(issuing.issue(factor)));
    }

    void remove(StaffCaller caller, String password, String code) {
        change(
                caller,
                password,
                code,
                AccountAction.SECOND_FACTOR_REMOVED,
                factor -> factors.deleteById(factor.staffMemberId()));
    }

    private <T> T change(
            StaffCaller caller, String password, String code, AuditAction act, Function<SecondFactor, T> change) {
        var known = provingPassword.prove(caller, password);
        return limits.countWrongCodes(
                known,
                caller,
                () -> CommitOnRefusal.call(() -> {
                    var member = provingPassword.lock(known);
                    var factor = spend(caller, member, code);
                    audit.record(AuditEntry.of(act, caller.actor(), member.clinicId()));
                    challenges.forgetAll(member);
                    endingSessions.endOthers(caller, clock.instant());
                    return change.apply(factor);
                }));
    }

    private SecondFactor spend(StaffCaller caller, StaffMember member, String code) {
        var factor = factors.enrolledBy(member.id()).orElseThrow(FactorReason.SECOND_FACTOR_NOT_ENROLLED::refusal);
        if (!provingFactor.spend(caller.actor(), member, factor, code)) {
            throw FactorReason.SECOND_FACTOR_CODE_WRONG.refusal();
        }
        return factor;
    }
}
