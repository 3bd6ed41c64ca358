package dev.latchkey.observability;

import dev.latchkey.audit.AuditEntry;
import dev.latchkey.login.LoginAction;
import dev.latchkey.sessions.SessionAction;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Objects;
import java.util.stream.Stream;

/** Counts what sessions go through. Of an audit entry it looks at the act and the reason alone. */
@ApplicationScoped
class SessionMetrics {

    private final MeterRegistry registry;

    SessionMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void begin(@Observes StartupEvent event) {
        Stream.of("opened", "refreshed", "switched").forEach(act -> session(act, ""));
        session("ended", "signed-out");
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) AuditEntry what) {
        if (what.act() == SessionAction.SESSION_OPENED) {
            session("opened", "").increment();
        } else if (what.act() == SessionAction.SESSION_REFRESHED) {
            session("refreshed", "").increment();
        } else if (what.act() == SessionAction.SESSION_ENDED) {
            session("ended", Objects.requireNonNull(what.reason())).increment();
        } else if (what.act() == LoginAction.PROFILE_SWITCHED) {
            session("switched", "").increment();
        }
    }

    /** A session that ends by time alone ends unseen. */
    private Counter session(String act, String reason) {
        return Counter.builder("latchkey.sessions")
                .description("What sessions went through, and why they ended")
                .tag("act", act)
                .tag("reason", reason)
                .register(registry);
    }
}
