package dev.latchkey.observability;

import dev.latchkey.audit.AuditEntry;
import dev.latchkey.loginlinks.LoginLinkAction;
import dev.latchkey.mail.LetterRefused;
import dev.latchkey.ratelimit.LimitHit;
import dev.latchkey.ratelimit.RequestLimit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Objects;
import java.util.stream.Stream;

/** Counts how often there was too much, under the name of the limit. */
@ApplicationScoped
class LimitMetrics {

    private final MeterRegistry registry;

    LimitMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void begin(@Observes StartupEvent event) {
        Stream.of("asks", "failures", "letters").forEach(this::limit);
        Stream.of(RequestLimit.values()).map(RequestLimit::code).forEach(this::limit);
    }

    void count(@Observes LimitHit hit) {
        limit(hit.limit()).increment();
    }

    void count(@Observes LetterRefused tooMany) {
        limit("letters").increment();
    }

    /** A request that gets no letter is answered like any other, so no limit refuses it. */
    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) AuditEntry what) {
        if (what.act() == LoginLinkAction.LOGIN_LINK_SUPPRESSED) {
            limit(Objects.requireNonNull(what.reason())).increment();
        }
    }

    private Counter limit(String limit) {
        return Counter.builder("latchkey.limits.hit")
                .description("Asked more often than a limit allows, refused or passed over in silence")
                .tag("limit", limit)
                .register(registry);
    }
}
