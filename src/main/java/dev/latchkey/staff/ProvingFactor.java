package dev.latchkey.staff;

import dev.latchkey.kernel.InstallationSecret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;

/** Spends a code: one that the app shows, or a recovery code. */
@ApplicationScoped
class ProvingFactor {

    private static final String OF_THE_APP = "[0-9]{" + TotpKey.DIGITS + "}";

    private final SecondFactors factors;
    private final InstallationSecret secret;
    private final Clock clock;

    ProvingFactor(SecondFactors factors, InstallationSecret secret, Clock clock) {
        this.factors = factors;
        this.secret = secret;
        this.clock = clock;
    }

    /** False if it is wrong, or was used before. */
    @Transactional(TxType.MANDATORY)
    boolean spend(StaffMember member, SecondFactor factor, String code) {
        return code.matches(OF_THE_APP) ? spendStep(member, factor, code) : spendRecoveryCode(member, code);
    }

    private boolean spendStep(StaffMember member, SecondFactor factor, String code) {
        var step = factor.key(secret).stepOf(code, clock.instant());
        return step.isPresent() && factors.spendStep(member.id(), step.getAsLong());
    }

    private boolean spendRecoveryCode(StaffMember member, String code) {
        return factors.spendRecoveryCode(member.id(), RecoveryCode.typed(code).hash(member.id(), secret));
    }
}
