package dev.latchkey.staff;

import dev.latchkey.access.Sessions;
import dev.latchkey.access.StaffCaller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Sets another password for whoever knows the one they have, and ends what was opened or asked for elsewhere. */
@ApplicationScoped
class ChangingPassword {

    private final StaffMembers members;
    private final Passwords passwords;
    private final MintingReset minting;
    private final Sessions sessions;
    private final StaffLimits limits;
    private final Clock clock;

    ChangingPassword(
            StaffMembers members,
            Passwords passwords,
            MintingReset minting,
            Sessions sessions,
            StaffLimits limits,
            Clock clock) {
        this.members = members;
        this.passwords = passwords;
        this.minting = minting;
        this.sessions = sessions;
        this.limits = limits;
        this.clock = clock;
    }

    /** Both passwords are hashed outside of any transaction, for it takes long. */
    void of(StaffCaller caller, String current, String wanted) {
        var known = limits.countingFailures(members.self(caller).email(), () -> provenBy(caller, current));
        var hash = passwords.hash(wanted);
        QuarkusTransaction.requiringNew().run(() -> change(caller, known, hash));
    }

    private String provenBy(StaffCaller caller, String password) {
        var known = members.self(caller).passwordHash();
        if (known == null || !passwords.matches(password, known)) {
            throw StaffReason.PASSWORD_WRONG.refusal();
        }
        return known;
    }

    /** Of two changes at once the second one no longer knows the password. */
    private void change(StaffCaller caller, String known, String wanted) {
        var member = members.lock(caller.staffMemberId());
        if (!known.equals(member.passwordHash())) {
            throw StaffReason.PASSWORD_WRONG.refusal();
        }
        member.protectWith(wanted);
        minting.cancel(member);
        sessions.endOthers(caller, clock.instant());
    }
}
