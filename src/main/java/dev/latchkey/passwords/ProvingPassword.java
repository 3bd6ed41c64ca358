package dev.latchkey.passwords;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.staff.AccountAction;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.staff.StaffMembers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Objects;

/** Asks a signed-in member for their password once more: an open session is not enough to change how its member comes in. */
@ApplicationScoped
public class ProvingPassword {

    private final StaffMembers members;
    private final Passwords passwords;
    private final PasswordLimits hashing;
    private final StaffLimits limits;
    private final Audit audit;

    ProvingPassword(
            StaffMembers members, Passwords passwords, PasswordLimits hashing, StaffLimits limits, Audit audit) {
        this.members = members;
        this.passwords = passwords;
        this.hashing = hashing;
        this.limits = limits;
        this.audit = audit;
    }

    /** Outside of any transaction, for it takes long. */
    public StaffMember prove(StaffCaller caller, String password) {
        var known = members.self(caller);
        return limits.countWrongPasswords(caller, () -> {
            hashing.countHashOf(known);
            if (!passwords.matches(password, known.passwordHash())) {
                audit.recordRefused(AuditEntry.of(AccountAction.PASSWORD_REJECTED, caller.actor(), known.clinicId())
                        .because(PasswordReason.PASSWORD_WRONG));
                throw PasswordReason.PASSWORD_WRONG.refusal();
            }
            return known;
        });
    }

    /** Locks the member, and refuses if the password that was just shown is no longer theirs. */
    @Transactional(TxType.MANDATORY)
    public StaffMember lock(StaffMember known) {
        var member = members.lock(known.id());
        if (!Objects.equals(member.passwordHash(), known.passwordHash())) {
            throw PasswordReason.PASSWORD_WRONG.refusal();
        }
        member.requireActive();
        return member;
    }
}
