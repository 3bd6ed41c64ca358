package dev.latchkey.secondfactor;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.staff.AccountAction;
import dev.latchkey.staff.StaffMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;

/** Spends a code: one that the app shows, or a recovery code. */
@ApplicationScoped
public class ProvingFactor {

    private static final Pattern OF_THE_APP = Pattern.compile("[0-9]{" + TotpKey.DIGITS + "}");

    private final SecondFactors factors;
    private final InstallationSecret secret;
    private final Audit audit;
    private final Clock clock;

    ProvingFactor(SecondFactors factors, InstallationSecret secret, Audit audit, Clock clock) {
        this.factors = factors;
        this.secret = secret;
        this.audit = audit;
        this.clock = clock;
    }

    /** False if it is wrong, or was used before, which is put on record. */
    @Transactional(TxType.MANDATORY)
    public boolean spend(Actor by, StaffMember member, SecondFactor factor, String code) {
        var right = spend(factor, code);
        if (!right) {
            audit.record(rejected(by, member));
        }
        return right;
    }

    static AuditEntry rejected(Actor by, StaffMember member) {
        return AuditEntry.of(AccountAction.SECOND_FACTOR_REJECTED, by, member.clinicId())
                .address(member.email())
                .because(FactorReason.SECOND_FACTOR_CODE_WRONG);
    }

    /** The same, for an act that is undone by the refusal and puts it on record afterwards. */
    @Transactional(TxType.MANDATORY)
    boolean spend(SecondFactor factor, String code) {
        var key = factor.key(secret);
        return OF_THE_APP.matcher(code).matches()
                ? spendStep(factor.staffMemberId(), key, code)
                : factors.spendRecoveryCode(
                        factor.staffMemberId(), RecoveryCode.typed(code).hash(key));
    }

    private boolean spendStep(UUID staffMemberId, TotpKey key, String code) {
        var step = key.stepOf(code, clock.instant());
        return step.isPresent() && factors.spendStep(staffMemberId, step.getAsLong());
    }
}
