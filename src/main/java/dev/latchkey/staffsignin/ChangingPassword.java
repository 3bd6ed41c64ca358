package dev.latchkey.staffsignin;

import dev.latchkey.access.CredentialsChanged;
import dev.latchkey.access.CredentialsChanged.Credential;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.passwords.PasswordPolicy;
import dev.latchkey.passwords.Passwords;
import dev.latchkey.passwords.ProvingPassword;
import dev.latchkey.staff.AccountAction;
import dev.latchkey.staff.StaffMember;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.function.Function;

/** Sets another password for a member who knows the present one, and ends what was opened or asked for elsewhere. */
@ApplicationScoped
class ChangingPassword {

    private final ProvingPassword proving;
    private final PasswordPolicy policy;
    private final Passwords passwords;
    private final Event<CredentialsChanged> changed;
    private final Audit audit;
    private final Clock clock;

    ChangingPassword(
            ProvingPassword proving,
            PasswordPolicy policy,
            Passwords passwords,
            Event<CredentialsChanged> changed,
            Audit audit,
            Clock clock) {
        this.proving = proving;
        this.policy = policy;
        this.passwords = passwords;
        this.changed = changed;
        this.audit = audit;
        this.clock = clock;
    }

    /** Both passwords are hashed outside of any transaction, for it takes long. */
    <A> A change(StaffCaller caller, String current, String request, Function<StaffMember, A> answer) {
        var known = proving.prove(caller, current);
        if (request.equals(current)) {
            throw SignInReason.PASSWORD_UNCHANGED.refusal();
        }
        policy.requireHardToGuess(known, request);
        var hash = passwords.hash(request);
        return QuarkusTransaction.requiringNew().call(() -> answer.apply(replace(caller, known, hash)));
    }

    /** Of two changes at once the second one no longer knows the password. */
    private StaffMember replace(StaffCaller caller, StaffMember known, String request) {
        var member = proving.lock(known);
        member.protectWith(request);
        audit.record(AuditEntry.of(AccountAction.PASSWORD_CHANGED, caller.actor(), member.clinicId()));
        changed.fire(CredentialsChanged.bySignedIn(caller, Credential.PASSWORD, clock.instant()));
        return member;
    }
}
