package dev.latchkey.staffsignin;

import dev.latchkey.access.CredentialsChanged;
import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.kernel.Secret;
import dev.latchkey.passwords.PasswordLimits;
import dev.latchkey.passwords.PasswordPolicy;
import dev.latchkey.passwords.Passwords;
import dev.latchkey.passwords.StaffLimits;
import dev.latchkey.staff.AccountAction;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.staff.StaffMembers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.function.Function;

/** Spends a reset, sets the password with it, and ends every session of the member. A second factor stays, and is asked for. */
@ApplicationScoped
class CompletingReset {

    private final PasswordResets resets;
    private final StaffMembers members;
    private final PasswordPolicy policy;
    private final Passwords passwords;
    private final PasswordLimits hashing;
    private final StaffLimits limits;
    private final Event<CredentialsChanged> changed;
    private final Audit audit;
    private final Clock clock;

    CompletingReset(
            PasswordResets resets,
            StaffMembers members,
            PasswordPolicy policy,
            Passwords passwords,
            PasswordLimits hashing,
            StaffLimits limits,
            Event<CredentialsChanged> changed,
            Audit audit,
            Clock clock) {
        this.resets = resets;
        this.members = members;
        this.policy = policy;
        this.passwords = passwords;
        this.hashing = hashing;
        this.limits = limits;
        this.changed = changed;
        this.audit = audit;
        this.clock = clock;
    }

    /** The password is hashed outside of any transaction, for it takes long, and not for a stranger's guess. */
    <A> A complete(Secret token, String password, Function<StaffMember, A> answer) {
        var reset = limits.countWrongSecrets(() -> open(token));
        policy.requireHardToGuess(members.findById(reset.staffMemberId()), password);
        hashing.countHash();
        var hash = passwords.hash(password);
        return QuarkusTransaction.requiringNew().call(() -> answer.apply(setPassword(token, reset, hash)));
    }

    private PasswordReset open(Secret token) {
        var reset = resets.find(token);
        reset.requireOpen(clock.instant());
        return reset;
    }

    private StaffMember setPassword(Secret token, PasswordReset known, String passwordHash) {
        var now = clock.instant();
        var member = members.lock(known.staffMemberId());
        if (member.isSuspended()) {
            throw SignInReason.PASSWORD_RESET_UNUSABLE.refusal();
        }
        resets.find(token).use(now);
        member.protectWith(passwordHash);
        audit.record(AuditEntry.of(AccountAction.PASSWORD_RESET_USED, Actor.staff(member.id()), member.clinicId())
                .address(member.email()));
        changed.fire(CredentialsChanged.byPasswordReset(member.clinicId(), member.id(), now));
        return member;
    }
}
