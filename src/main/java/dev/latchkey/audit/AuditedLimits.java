package dev.latchkey.audit;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.ratelimit.Limit;
import dev.latchkey.ratelimit.Limit.Bucket;
import dev.latchkey.ratelimit.LimitHit;
import dev.latchkey.ratelimit.RateLimits;
import dev.latchkey.ratelimit.RequestLimitReached;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Counts, and records in the audit trail which callers hit a limit: once a minute each, so that no caller can fill the trail. */
@ApplicationScoped
public class AuditedLimits {

    private static final Logger LOG = Logger.getLogger(AuditedLimits.class);
    private static final Limit ONCE_A_MINUTE = new Limit(1, Duration.ofMinutes(1));

    private final RateLimits limits;
    private final Audit audit;
    private final Event<LimitHit> hit;

    AuditedLimits(RateLimits limits, Audit audit, Event<LimitHit> hit) {
        this.limits = limits;
        this.audit = audit;
        this.hit = hit;
    }

    public void spend(List<Bucket> buckets, AuditEntry refused) {
        try {
            limits.spend(buckets);
        } catch (Refusal full) {
            hit.fire(new LimitHit(Objects.requireNonNull(refused.reason())));
            record(buckets.get(0).name(), refused);
            throw full;
        }
    }

    void note(@Observes RequestLimitReached reached) {
        var code = reached.limit().code();
        hit.fire(new LimitHit(code));
        var refused = AuditEntry.of(LimitAction.LIMITED, Actor.visitor(), null).because(code);
        record(reached.bucket().name(), refused);
    }

    /**
     * Counts beforehand, so that no number of guesses at once gets past, and refunds what turns out to be no wrong guess: one that was
     * right, and one that was never judged, because time or the database was missing or the request made no sense.
     */
    public <T> T countFailures(List<Bucket> buckets, AuditEntry refused, Supplier<T> act) {
        spend(buckets, refused);
        var wrong = false;
        try {
            return act.get();
        } catch (Refusal refusal) {
            wrong = refusal.reason().isGuess();
            throw refusal;
        } finally {
            if (!wrong) {
                refund(buckets);
            }
        }
    }

    /** Or what was done, and cannot be done again, would be answered by a failure. */
    private void refund(List<Bucket> buckets) {
        try {
            limits.refund(buckets);
        } catch (RuntimeException e) {
            LOG.warn("what was counted beforehand could not be taken back", e);
        }
    }

    /** The caller hears that they asked too much even if it cannot be recorded. */
    private void record(String whose, AuditEntry refused) {
        try {
            QuarkusTransaction.requiringNew().run(() -> note(whose, refused));
        } catch (RuntimeException e) {
            LOG.warn("a limit that was hit could not be recorded in the audit trail", e);
        }
    }

    private void note(String whose, AuditEntry refused) {
        if (limits.trySpend(List.of(ONCE_A_MINUTE.bucket("records of too many", whose)))) {
            audit.record(refused);
        }
    }
}
