package dev.latchkey.secondfactor;

import dev.latchkey.access.CommitOnRefusal;
import dev.latchkey.access.CredentialsChanged;
import dev.latchkey.access.CredentialsChanged.Credential;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.passwords.ProvingPassword;
import dev.latchkey.passwords.StaffLimits;
import dev.latchkey.staff.AccountAction;
import dev.latchkey.staff.StaffMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** Renews the recovery codes or takes the second factor away, for a member who shows both factors once more. */
@ApplicationScoped
class ChangingFactor {

    private final ProvingPassword provingPassword;
    private final ProvingFactor provingFactor;
    private final SecondFactors factors;
    private final IssuingRecoveryCodes issuing;
    private final StaffLimits limits;
    private final Event<CredentialsChanged> changed;
    private final Audit audit;
    private final Clock clock;

    ChangingFactor(
            ProvingPassword provingPassword,
            ProvingFactor provingFactor,
            SecondFactors factors,
            IssuingRecoveryCodes issuing,
            StaffLimits limits,
            Event<CredentialsChanged> changed,
            Audit audit,
            Clock clock) {
        this.provingPassword = provingPassword;
        this.provingFactor = provingFactor;
        this.factors = factors;
        this.issuing = issuing;
        this.limits = limits;
        this.changed = changed;
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
                    changed.fire(CredentialsChanged.bySignedIn(caller, Credential.SECOND_FACTOR, clock.instant()));
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
