package dev.latchkey.staffsignin;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Secret;
import dev.latchkey.passwords.DeviceToken;
import dev.latchkey.passwords.RehashingPassword;
import dev.latchkey.secondfactor.FactorChallenge;
import dev.latchkey.secondfactor.FactorChallenges;
import dev.latchkey.secondfactor.SecondFactors;
import dev.latchkey.sessions.Session;
import dev.latchkey.sessions.Sessions;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.staff.StaffMembers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Opens a session for the staff member who knows the password, or asks for their second factor. */
@ApplicationScoped
class SigningInStaff {

    private final CheckingCredentials checking;
    private final RehashingPassword rehashing;
    private final StaffMembers members;
    private final SecondFactors factors;
    private final FactorChallenges challenges;
    private final Sessions sessions;
    private final Clock clock;

    SigningInStaff(
            CheckingCredentials checking,
            RehashingPassword rehashing,
            StaffMembers members,
            SecondFactors factors,
            FactorChallenges challenges,
            Sessions sessions,
            Clock clock) {
        this.checking = checking;
        this.rehashing = rehashing;
        this.members = members;
        this.factors = factors;
        this.challenges = challenges;
        this.sessions = sessions;
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
        var known = checking.check(email, password, devices);
        var admitted = QuarkusTransaction.requiringNew().call(() -> admit(known).map(answer));
        admitted.ifPresent(in -> rehashing.rehash(known, password));
        return admitted;
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
