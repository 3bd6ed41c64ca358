package dev.latchkey.access;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.web.Limit;
import dev.latchkey.web.Limit.Bucket;
import dev.latchkey.web.RateLimits;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Counts, and puts on record who is refused for too much: once a minute each, or they could fill the audit trail. */
@ApplicationScoped
public class AuditedLimits {

    private static final Limit ONCE_A_MINUTE = new Limit(1, Duration.ofMinutes(1));

    private final RateLimits limits;
    private final Audit audit;

    AuditedLimits(RateLimits limits, Audit audit) {
        this.limits = limits;
        this.audit = audit;
    }

    public void count(List<Bucket> buckets, Occurrence refused) {
        try {
            limits.count(buckets);
        } catch (Refusal full) {
            var whose = buckets.get(0).name();
            QuarkusTransaction.requiringNew().run(() -> note(whose, refused));
            throw full;
        }
    }

    private void note(String whose, Occurrence refused) {
        if (limits.haveRoom(List.of(ONCE_A_MINUTE.of("records of too many", whose)))) {
            audit.record(refused);
        }
    }
}
