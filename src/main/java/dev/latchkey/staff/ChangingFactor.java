package dev.latchkey.staff;

import dev.latchkey.access.Sessions;
import dev.latchkey.access.StaffCaller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** Renews the recovery codes or takes the second factor away, for whoever shows both factors once more. */
@ApplicationScoped
class ChangingFactor {

    private final ProvingPassword provingPassword;
    private final ProvingFactor provingFactor;
    private final SecondFactors factors;
    private final FactorChallenges challenges;
    private final IssuingRecoveryCodes issuing;
    private final Sessions sessions;
    private final StaffLimits limits;
    private final Clock clock;

    ChangingFactor(
            ProvingPassword provingPassword,
            ProvingFactor provingFactor,
            SecondFactors factors,
            FactorChallenges challenges,
            IssuingRecoveryCodes issuing,
            Sessions sessions,
            StaffLimits limits,
            Clock clock) {
        this.provingPassword = provingPassword;
        this.provingFactor = provingFactor;
        this.factors = factors;
        this.challenges = challenges;
        this.issuing = issuing;
        this.sessions = sessions;
        this.limits = limits;
        this.clock = clock;
    }

    List<RecoveryCode> renewRecoveryCodes(StaffCaller caller, String password, String code) {
        return change(caller, password, code, issuing::with);
    }

    void remove(StaffCaller caller, String password, String code) {
        change(caller, password, code, factor -> factors.deleteById(factor.staffMemberId()));
    }

    private <T> T change(StaffCaller caller, String password, String code, Function<SecondFactor, T> change) {
        var known = provingPassword.by(caller, password);
        return limits.countingWrongCodes(
                known, () -> QuarkusTransaction.requiringNew().call(() -> {
                    var member = provingPassword.lock(known);
                    var factor = spend(member, code);
                    challenges.forgetAll(member);
                    sessions.endOthers(caller, clock.instant());
                    return change.apply(factor);
                }));
    }

    private SecondFactor spend(StaffMember member, String code) {
        var factor = factors.enrolledBy(member.id()).orElseThrow(StaffReason.SECOND_FACTOR_NOT_ENROLLED::refusal);
        if (!provingFactor.spend(factor, code)) {
            throw StaffReason.SECOND_FACTOR_CODE_WRONG.refusal();
        }
        return factor;
    }
}
