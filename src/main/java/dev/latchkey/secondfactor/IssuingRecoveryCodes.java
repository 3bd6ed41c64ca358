package dev.latchkey.secondfactor;

import dev.latchkey.kernel.InstallationSecret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/** Draws a new sheet of recovery codes, and stores only their hashes. The former sheet is invalid from then on. */
@ApplicationScoped
class IssuingRecoveryCodes {

    private final SecondFactors factors;
    private final InstallationSecret secret;

    IssuingRecoveryCodes(SecondFactors factors, InstallationSecret secret) {
        this.factors = factors;
        this.secret = secret;
    }

    @Transactional(TxType.MANDATORY)
    List<RecoveryCode> issue(SecondFactor factor) {
        factors.forgetRecoveryCodes(factor.staffMemberId());
        var key = factor.key(secret);
        var sheet = RecoveryCode.sheet();
        sheet.forEach(code -> factors.keepRecoveryCode(factor.staffMemberId(), code.hash(key)));
        return sheet;
    }
}
