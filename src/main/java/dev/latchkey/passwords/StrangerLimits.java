package dev.latchkey.passwords;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.audit.AuditedLimits;
import dev.latchkey.audit.LimitAction;
import dev.latchkey.http.WebReason;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** How many wrong passwords all strangers to an account have together, wherever they are. Once they are used up, the member is told. */
@ApplicationScoped
class StrangerLimits {

    private final AuditedLimits counting;
    private final StaffLimit.Settings settings;
    private final ReportingGuesses reporting;

    StrangerLimits(AuditedLimits counting, StaffLimit.Settings settings, ReportingGuesses reporting) {
        this.counting = counting;
        this.settings = settings;
        this.reporting = reporting;
    }

    /** Beside the networks', for those are guessed from in turn. An e-mail that no member has is counted alike. */
    <T> T countFailures(EmailAddress email, Supplier<T> act) {
        var strangers = StaffLimit.STAFF_FAILURES_PER_ACCOUNT.buckets(settings, email.key());
        var refused = AuditEntry.of(LimitAction.LIMITED, Actor.visitor(), null).address(email);
        var hadRoom = new AtomicBoolean(); // the act has limits of its own, which tell of no guesses
        try {
            return counting.countFailures(strangers.toList(), refused, () -> {
                hadRoom.set(true);
                return act.get();
            });
        } catch (Refusal refusal) {
            if (hadRoom.get() || refusal.reason() != WebReason.TOO_MANY_REQUESTS) {
                throw refusal;
            }
            reporting.report(email);
            throw refusal.retryAfter()
                    .map(PasswordReason.TOO_MANY_STRANGERS::refusal)
                    .orElse(refusal);
        }
    }
}
