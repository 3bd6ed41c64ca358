package dev.latchkey.staffsignin;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Secret;
import dev.latchkey.passwords.DeviceToken;
import dev.latchkey.passwords.PasswordLimits;
import dev.latchkey.passwords.Passwords;
import dev.latchkey.passwords.RehashingPassword;
import dev.latchkey.passwords.StaffLimits;
import dev.latchkey.secondfactor.FactorChallenge;
import dev.latchkey.secondfactor.FactorChallenges;
import dev.latchkey.secondfactor.SecondFactors;
import dev.latchkey.sessions.Session;
import dev.latchkey.sessions.Sessions;
import dev.latchkey.staff.AccountAction;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.staff.StaffMembers;
import dev.latchkey.staff.StaffReason;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Opens a session for the staff member who knows the password, or asks for their second factor. The password is checked before any
 * transaction begins: it takes long.
 */
@ApplicationScoped
class SigningInStaff {

    private final StaffMembers members;
    private final Passwords passwords;
    private final RehashingPassword rehashing;
    private final SecondFactors factors;
    private final FactorChallenges challenges;
    private final Sessions sessions;
    private final StaffLimits limits;
    private final PasswordLimits hashing;
    private final Audit audit;
    private final Clock clock;

    SigningInStaff(
            StaffMembers members,
            Passwords passwords,
            RehashingPassword rehashing,
            SecondFactors factors,
            FactorChallenges challenges,
            Sessions sessions,
            StaffLimits limits,
            PasswordLimits hashing,
            Audit audit,
            Clock clock) {
        this.members = members;
        this.passwords = passwords;
        this.rehashing = rehashing;
        this.factors = factors;
        this.challenges = challenges;
        this.sessions = sessions;
        this.limits = limits;
        this.hashing = hashing;
        this.audit = audit;
        this.clock = clock;
    }

    /** Once more if the hash is another one by the time it was checked: it may be of the same password. */
    <A> A signIn(EmailAddress email, String password, List<DeviceToken> devices, Function<SignInResult, A> answer) {
        return tryEntering(email, password, devices, answer)
                .or(() -> tryEntering(email, password, devices, answer))
                .orElseThrow(SignInReason.CREDENTIALS_WRONG::refusal);
    }

    private <A> Optional<A> tryEntering(
            EmailAddress email, String password, List<DeviceToken> devices, Function<SignInResult, A> answer) {
        var device = ofWhoWasIn(devices, email);
        var known = limits.countWrongPasswords(email, device, () -> knownBy(email, password, device.isPresent()));
        hashing.countSignIn(known);
        var admitted = QuarkusTransaction.requiringNew().call(() -> admit(known).map(answer));
        admitted.ifPresent(in -> rehashing.rehash(known, password));
        return admitted;
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

    /** What was ended because of a new password must not be opened again a moment later with the old one. */
    private Optional<SignInResult> admit(StaffMember known) {
        var member = members.lock(known.id());
        if (!Objects.equals(member.passwordHash(), known.passwordHash())) {
            return Optional.empty();
        }
        member.requireActive();
        return Optional.of(factors.enrolledBy(member.id()).isPresent() ? challenge(member) : enter(member));
    }

    private SignInResult challenge(StaffMember member) {
        var now = clock.instant();
        challenges.forgetOver(member, now);
        var token = Secret.random();
        challenges.persist(new FactorChallenge(member, token, now));
        return new FactorRequired(token);
    }

    /** Without a second factor. */
    private SignInResult enter(StaffMember member) {
        var mustEnrol = factors.isMissing(member);
        var session = Session.ofStaff(member.clinicId(), member.id(), member.role(), mustEnrol, clock.instant());
        sessions.open(session);
        return new SignedIn(member, session, mustEnrol);
    }

    /** What a right password leads to. */
    sealed interface SignInResult permits SignedIn, FactorRequired {}

    record SignedIn(StaffMember member, Session session, boolean mustEnrol) implements SignInResult {}

    record FactorRequired(Secret token) implements SignInResult {}
}
