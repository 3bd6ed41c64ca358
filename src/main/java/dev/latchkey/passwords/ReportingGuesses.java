package dev.latchkey.passwords;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.audit.LimitAction;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.jobs.BackgroundWork;
import dev.latchkey.jobs.Job;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.mail.QueueingLetters;
import dev.latchkey.ratelimit.RateLimits;
import dev.latchkey.staff.StaffAddress;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.staff.StaffMembers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Tells a member by letter, once a day, that strangers have used up the tries at their account. A request stores the same work for an address
 * without a member, so that its time says nothing.
 */
@ApplicationScoped
class ReportingGuesses implements Job {

    private static final Logger LOG = Logger.getLogger(ReportingGuesses.class);
    private static final Duration A_DAY = Duration.ofHours(24);

    private final StaffMembers members;
    private final Clinics clinics;
    private final QueueingLetters queueing;
    private final StaffAddress address;
    private final RateLimits limits;
    private final BackgroundWork work;
    private final Audit audit;

    ReportingGuesses(
            StaffMembers members,
            Clinics clinics,
            QueueingLetters queueing,
            StaffAddress address,
            RateLimits limits,
            BackgroundWork work,
            Audit audit) {
        this.members = members;
        this.clinics = clinics;
        this.queueing = queueing;
        this.address = address;
        this.limits = limits;
        this.work = work;
        this.audit = audit;
    }

    /** What cannot be stored now is stored with the next guess: the guesser gets the same answer. */
    void report(EmailAddress email) {
        try {
            requiringNew().run(() -> store(email));
        } catch (RuntimeException e) {
            LOG.warn("guesses at an account could not be reported yet", e);
        }
    }

    private void store(EmailAddress email) {
        if (limits.trySpendOnce("reports of guesses", A_DAY, email.key())) {
            work.schedule(
                    this, members.signingInWith(email).map(StaffMember::id).orElseGet(UUID::randomUUID));
        }
    }

    @Override
    public String name() {
        return "report-password-guesses";
    }

    @Override
    @Transactional
    public void run(UUID memberId) {
        members.findByIdOptional(memberId).filter(this::trySpend).ifPresent(this::tell);
    }

    /** In the transaction of the letter: the work may be done twice, and the letter must not be. */
    private boolean trySpend(StaffMember member) {
        return limits.trySpendOnce("letters about guesses", A_DAY, member.id());
    }

    private void tell(StaffMember member) {
        var clinic = clinics.get(member.clinicId());
        queueing.queueNotice(
                clinic.id(),
                member.email(),
                new PasswordsGuessedLetter(clinic.letterhead(clinic.language()), address.staffUrl()));
        audit.record(AuditEntry.of(LimitAction.LIMITED, Actor.system(), clinic.id())
                .address(member.email())
                .because("passwords-guessed"));
    }
}
