package dev.latchkey.secondfactor;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.input.InvalidRequest;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.passwords.ProvingPassword;
import dev.latchkey.passwords.StaffLimits;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.staff.StaffMembers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks an owner for what they come in with once more, for a stranger who finds an open session must not give rights away. The password is
 * looked at before any transaction begins, for that takes long. The code is spent in the transaction of what the owner wants.
 */
@ApplicationScoped
public class Reauthenticating {

    private final ProvingPassword provingPassword;
    private final ProvingFactor provingFactor;
    private final SecondFactors factors;
    private final StaffMembers members;
    private final StaffLimits limits;
    private final Audit audit;

    Reauthenticating(
            ProvingPassword provingPassword,
            ProvingFactor provingFactor,
            SecondFactors factors,
            StaffMembers members,
            StaffLimits limits,
            Audit audit) {
        this.provingPassword = provingPassword;
        this.provingFactor = provingFactor;
        this.factors = factors;
        this.members = members;
        this.limits = limits;
        this.audit = audit;
    }

    /** In a transaction of its own. What is refused has spent no code; only that a wrong one was shown stays on record. */
    public <T> T reauthenticate(StaffCaller caller, Proof proof, Function<StaffMember, T> act) {
        return prove(caller, proof, owner -> QuarkusTransaction.requiringNew().call(() -> act.apply(owner.get())));
    }

    /** The same for an act that begins its transaction itself, and asks for the owner within. */
    public <T> T prove(StaffCaller caller, Proof proof, Function<Supplier<StaffMember>, T> act) {
        if (proof.code() == null && factors.enrolledBy(caller.staffMemberId()).isPresent()) {
            throw new InvalidRequest("/code", "required", "You have a second factor. Send a code of it as well.");
        }
        var known = provingPassword.prove(caller, proof.password());
        try {
            return limits.countWrongCodes(known, caller, () -> act.apply(() -> proven(caller, known, proof.code())));
        } catch (Refusal refused) {
            if (refused.reason() == FactorReason.SECOND_FACTOR_CODE_WRONG) {
                audit.recordRefused(ProvingFactor.rejected(caller.actor(), known));
            }
            throw refused;
        }
    }

    private StaffMember proven(StaffCaller caller, StaffMember known, @Nullable String code) {
        var owner = members.lockOwner(caller);
        provingPassword.lock(known);
        factors.enrolledBy(owner.id()).ifPresent(factor -> {
            if (code == null || !provingFactor.spend(factor, code)) {
                throw FactorReason.SECOND_FACTOR_CODE_WRONG.refusal();
            }
        });
        return owner;
    }
}
