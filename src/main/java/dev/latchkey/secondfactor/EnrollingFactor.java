package dev.latchkey.secondfactor;

import dev.latchkey.access.CommitOnRefusal;
import dev.latchkey.access.CredentialsChanged;
import dev.latchkey.access.CredentialsChanged.Credential;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.passwords.ProvingPassword;
import dev.latchkey.passwords.StaffLimits;
import dev.latchkey.sessions.EndingSessions;
import dev.latchkey.staff.AccountAction;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.staff.StaffMembers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** Gives a staff member a key for their app and, once they show a code of it, asks for one at every sign-in. */
@ApplicationScoped
class EnrollingFactor {

    private final ProvingPassword provingPassword;
    private final ProvingFactor provingFactor;
    private final StaffMembers members;
    private final SecondFactors factors;
    private final IssuingRecoveryCodes issuing;
    private final Clinics clinics;
    private final EndingSessions endingSessions;
    private final StaffLimits limits;
    private final Event<CredentialsChanged> changed;
    private final Audit audit;
    private final InstallationSecret secret;
    private final Clock clock;

    EnrollingFactor(
            ProvingPassword provingPassword,
            ProvingFactor provingFactor,
            StaffMembers members,
            SecondFactors factors,
            IssuingRecoveryCodes issuing,
            Clinics clinics,
            EndingSessions endingSessions,
            StaffLimits limits,
            Event<CredentialsChanged> changed,
            Audit audit,
            InstallationSecret secret,
            Clock clock) {
        this.provingPassword = provingPassword;
        this.provingFactor = provingFactor;
        this.members = members;
        this.factors = factors;
        this.issuing = issuing;
        this.clinics = clinics;
        this.endingSessions = endingSessions;
        this.limits = limits;
        this.changed = changed;
        this.audit = audit;
        this.secret = secret;
        this.clock = clock;
    }

    <A> A start(StaffCaller caller, String password, Function<StartedEnrolment, A> answer) {
        var known = provingPassword.prove(caller, password);
        return QuarkusTransaction.requiringNew().call(() -> answer.apply(start(provingPassword.lock(known))));
    }

    private StartedEnrolment start(StaffMember member) {
        var key = TotpKey.random();
        var now = clock.instant();
        factors.findByMember(member.id())
                .ifPresentOrElse(
                        begun -> begun.restart(key, secret, now),
                        () -> factors.persist(new SecondFactor(member, key, secret, now)));
        return new StartedEnrolment(key, member, clinics.get(member.clinicId()).name());
    }

    <A> A confirm(StaffCaller caller, String code, Function<List<RecoveryCode>, A> answer) {
        return limits.countWrongCodes(
                members.self(caller), caller, () -> CommitOnRefusal.call(() -> answer.apply(enrol(caller, code))));
    }

    private List<RecoveryCode> enrol(StaffCaller caller, String code) {
        var member = members.lock(caller.staffMemberId());
        member.requireActive();
        var factor = factors.findByMember(member.id()).orElseThrow(FactorReason.SECOND_FACTOR_NOT_ENROLLED::refusal);
        factor.requirePending();
        if (!provingFactor.spend(caller.actor(), member, factor, code)) {
            throw FactorReason.SECOND_FACTOR_CODE_WRONG.refusal();
        }
        factor.enrol(clock.instant());
        audit.record(AuditEntry.of(AccountAction.SECOND_FACTOR_ENROLLED, caller.actor(), member.clinicId()));
        changed.fire(CredentialsChanged.bySignedIn(caller, Credential.SECOND_FACTOR, clock.instant()));
        endingSessions.endEnrolment(caller);
        return issuing.issue(factor);
    }

    record StartedEnrolment(TotpKey key, StaffMember member, String clinicName) {}
}
