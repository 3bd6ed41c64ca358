package dev.latchkey.staff;

import dev.latchkey.kernel.InstallationSecret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.UUID;

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
    boolean spend(SecondFactor factor, String code) {
        var key = factor.key(secret);
        return code.matches(OF_THE_APP)
                ? spendStep(factor.staffMemberId(), key, code)
                : factors.spendRecoveryCode(
                        factor.staffMemberId(), RecoveryCode.typed(code).hash(key));
    }

    private boolean spendStep(UUID staffMemberId, TotpKey key, String code) {
        var step = key.stepOf(code, clock.instant());
        return step.isPresent() && factors.spendStep(staffMemberId, step.getAsLong());
    }
}
