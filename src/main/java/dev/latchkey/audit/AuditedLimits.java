package dev.latchkey.audit;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.ratelimit.Limit.Bucket;
import dev.latchkey.ratelimit.RateLimits;
import dev.latchkey.ratelimit.RequestLimitReached;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Counts, and records in the audit trail which callers hit a limit: once a minute each, so that no caller can fill the trail. */
@ApplicationScoped
public class AuditedLimits {

    private static final Logger LOG = Logger.getLogger(AuditedLimits.class);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final RateLimits limits;
    private final Audit audit;

    AuditedLimits(RateLimits limits, Audit audit) {
        this.limits = limits;
        this.audit = audit;
    }

    /** @param refused what is put on record then; its reason becomes the name of the limit that was reached */
    public void spend(List<Bucket> buckets, AuditEntry refused) {
        limits.spend(buckets, full -> record(full.code(), buckets.get(0), refused));
    }

    /** The same in the caller's transaction, which commits when it refuses too. */
    public void spendInTransaction(List<Bucket> buckets, AuditEntry refused) {
        limits.spendInTransaction(buckets, full -> note(buckets.get(0), refused.because(full.code())));
    }

    void note(@Observes RequestLimitReached reached) {
        record(reached.limit(), reached.narrowest(), AuditEntry.of(LimitAction.LIMITED, Actor.visitor(), null));
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

    /**
     * Counts afterwards, and failures alone: for our own secrets of 256 bits, which are not guessed. So a right one is never refused for what
     * others guess at the same address.
     */
    public <T> T countWrongSecrets(List<Bucket> buckets, AuditEntry refused, Supplier<T> act) {
        try {
            return act.get();
        } catch (Refusal refusal) {
            if (refusal.reason().isGuess()) {
                spend(buckets, refused);
            }
            throw refusal;
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
    private void record(String limit, Bucket whose, AuditEntry refused) {
        try {
            QuarkusTransaction.requiringNew().run(() -> note(whose, refused.because(limit)));
        } catch (RuntimeException e) {
            LOG.warn("a limit that was hit could not be recorded in the audit trail", e);
        }
    }

    private void note(Bucket whose, AuditEntry refused) {
        if (limits.trySpendOnce("records of too many", A_MINUTE, whose.name())) {
            audit.record(refused);
        }
    }
}
