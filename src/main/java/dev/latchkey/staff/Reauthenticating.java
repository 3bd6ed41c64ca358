package dev.latchkey.staff;

import dev.latchkey.access.Actor;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.web.InvalidRequest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.TransactionExceptionResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks an owner for what they come in with once more, and does what they want in the same transaction: whoever found an open session must
 * not be able to give rights away.
 */
@ApplicationScoped
class Reauthenticating {

    private final ProvingPassword provingPassword;
    private final ProvingFactor provingFactor;
    private final SecondFactors factors;
    private final StaffMembers members;
    private final StaffLimits limits;

    Reauthenticating(
            ProvingPassword provingPassword,
            ProvingFactor provingFactor,
            SecondFactors factors,
            StaffMembers members,
            StaffLimits limits) {
        this.provingPassword = provingPassword;
        this.provingFactor = provingFactor;
        this.factors = factors;
        this.members = members;
        this.limits = limits;
    }

    /** What is refused has spent no code; only that a wrong one was shown stays on record. */
    <T> T reauthenticate(StaffCaller caller, Proof proof, Function<StaffMember, T> act) {
        if (proof.code() == null && factors.enrolledBy(caller.staffMemberId()).isPresent()) {
            throw new InvalidRequest("/code", "required", "You have a second factor. Send a code of it as well.");
        }
        var known = provingPassword.by(caller, proof.password());
        return limits.countingWrongCodes(known, caller, () -> QuarkusTransaction.requiringNew()
                .exceptionHandler(Reauthenticating::afterwards)
                .call(() -> act.apply(proven(caller, known, proof.code()))));
    }

    private StaffMember proven(StaffCaller caller, StaffMember known, @Nullable String code) {
        var owner = members.lockOwner(caller);
        provingPassword.lock(known);
        factors.enrolledBy(owner.id()).ifPresent(factor -> {
            if (code == null || !provingFactor.spend(Actor.staff(caller), owner, factor, code)) {
                throw StaffReason.SECOND_FACTOR_CODE_WRONG.refusal();
            }
        });
        return owner;
    }

    private static TransactionExceptionResult afterwards(Throwable thrown) {
        return thrown instanceof Refusal refusal && refusal.reason() == StaffReason.SECOND_FACTOR_CODE_WRONG
                ? TransactionExceptionResult.COMMIT
                : TransactionExceptionResult.ROLLBACK;
    }
}
