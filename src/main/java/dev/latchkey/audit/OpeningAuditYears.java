package dev.latchkey.audit;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;

import dev.latchkey.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Sees to it, a year ahead, that the audit trail has a partition for each year. */
@ApplicationScoped
class OpeningAuditYears implements RecurringJob {

    private final AuditTrail trail;

    OpeningAuditYears(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public String name() {
        return "open-audit-years";
    }

    @Override
    public Duration pause() {
        return Duration.ofDays(1);
    }

    @Override
    public void run() {
        requiringNew().run(trail::openYears);
    }
}
