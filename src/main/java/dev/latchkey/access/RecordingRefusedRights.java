package dev.latchkey.access;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.http.RightRefused;
import dev.latchkey.ratelimit.RateLimits;
import dev.latchkey.tokens.Audience;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Records calls without a right in the audit trail: once a minute for each caller and operation, so that no caller can fill the trail. */
@ApplicationScoped
class RecordingRefusedRights {

    private static final Logger LOG = Logger.getLogger(RecordingRefusedRights.class);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final RateLimits limits;
    private final Audit audit;
    private final SecurityIdentity caller;

    RecordingRefusedRights(RateLimits limits, Audit audit, SecurityIdentity caller) {
        this.limits = limits;
        this.audit = audit;
        this.caller = caller;
    }

    /** The caller gets the refusal even if nothing can be recorded. */
    void record(@Observes RightRefused refused) {
        try {
            QuarkusTransaction.requiringNew().run(() -> note(refused));
        } catch (RuntimeException e) {
            LOG.warn("A refused right could not be put on record", e);
        }
    }

    private void note(RightRefused refused) {
        var what = whose().because(refused.why()).operation(refused.operation());
        var each = what.actor() + " " + what.clinicId() + " " + refused.operation();
        if (limits.trySpendOnce("records of refused rights", A_MINUTE, each)) {
            audit.record(what);
        }
    }

    private AuditEntry whose() {
        if (caller.getPrincipal() instanceof SessionPrincipal principal) {
            var actor = principal.audience() == Audience.STAFF
                    ? Actor.staff(principal.subject())
                    : Actor.client(principal.subject());
            return AuditEntry.of(AccessAction.RIGHT_REFUSED, actor, principal.clinicId())
                    .session(principal.sessionId());
        }
        var actor = caller.hasRole(Right.OPERATOR) ? Actor.operator() : Actor.visitor();
        return AuditEntry.of(AccessAction.RIGHT_REFUSED, actor, null);
    }
}
