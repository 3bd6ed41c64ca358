package dev.latchkey.staffsignin;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.passwords.DeviceToken;
import dev.latchkey.passwords.PasswordLimits;
import dev.latchkey.passwords.Passwords;
import dev.latchkey.passwords.StaffLimits;
import dev.latchkey.staff.AccountAction;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.staff.StaffMembers;
import dev.latchkey.staff.StaffReason;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the staff member who has the address and knows the password. What is wrong counts against the guesser, and is on record. */
@ApplicationScoped
class CheckingCredentials {

    private final StaffMembers members;
    private final Passwords passwords;
    private final StaffLimits limits;
    private final PasswordLimits hashing;
    private final Audit audit;

    CheckingCredentials(
            StaffMembers members, Passwords passwords, StaffLimits limits, PasswordLimits hashing, Audit audit) {
        this.members = members;
        this.passwords = passwords;
        this.limits = limits;
        this.hashing = hashing;
        this.audit = audit;
    }

    /** Outside of any transaction, for a password takes long to check. */
    StaffMember check(EmailAddress email, String password, List<DeviceToken> devices) {
        var device = ofWhoWasIn(devices, email);
        var known = limits.countWrongPasswords(email, device, () -> knownBy(email, password, device.isPresent()));
        hashing.countSignIn(known);
        return known;
    }

    /** Colleagues may share a browser. */
    private Optional<DeviceToken> ofWhoWasIn(List<DeviceToken> devices, EmailAddress email) {
        return devices.isEmpty()
                ? Optional.empty()
                : QuarkusTransaction.requiringNew()
                        .call(() -> members.signingInWith(email).flatMap(member -> DeviceToken.of(member, devices)));
    }

    private StaffMember knownBy(EmailAddress email, String password, boolean wasIn) {
        var known = QuarkusTransaction.requiringNew().call(() -> members.joinedWith(email)); // as they are now
        known.filter(member -> wasIn).ifPresentOrElse(hashing::countHashOf, hashing::countHash);
        if (!passwords.matches(password, known.map(StaffMember::passwordHash).orElse(null))) {
            var clinicId = known.map(StaffMember::clinicId).orElse(null);
            throw refused(SignInReason.CREDENTIALS_WRONG, email, clinicId);
        }
        var member = known.orElseThrow();
        if (member.isSuspended()) {
            throw refused(StaffReason.MEMBER_SUSPENDED, email, member.clinicId());
        }
        return member;
    }

    private Refusal refused(Refusal.Reason why, EmailAddress email, @Nullable UUID clinicId) {
        audit.recordRefused(AuditEntry.of(AccountAction.STAFF_SIGN_IN_FAILED, Actor.visitor(), clinicId)
                .address(email)
                .because(why));
        return why.refusal();
    }
}
