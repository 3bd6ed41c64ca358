package dev.latchkey.observability;

import dev.latchkey.audit.AuditEntry;
import dev.latchkey.login.LinkRedeemed;
import dev.latchkey.login.LoginAction;
import dev.latchkey.loginlinks.LoginLinkAction;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Objects;
import java.util.stream.Stream;

/** Counts which clients come in, and which do not. Of an audit entry it looks at the act and the reason alone. */
@ApplicationScoped
class SignInMetrics {

    private final MeterRegistry registry;

    SignInMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** What is counted from the start begins at 0: of a counter that appears with its first event, Prometheus does not see that one. */
    void begin(@Observes StartupEvent event) {
        requested("portal");
        requested("staff");
        Stream.of(LinkRedeemed.values()).map(LinkRedeemed::outcome).forEach(this::redeemed);
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) AuditEntry what) {
        if (what.act() == LoginLinkAction.LOGIN_LINK_REQUESTED) {
            requested("portal").increment();
        } else if (what.act() == LoginLinkAction.LOGIN_LINK_ORDERED) {
            requested("staff").increment();
        } else if (what.act() instanceof LinkRedeemed redeemed) {
            redeemed(redeemed.outcome()).increment();
        } else if (what.act() == LoginAction.LOGIN_LINK_REJECTED || what.act() == LoginAction.LOGIN_LINK_REPLAYED) {
            redeemed(Objects.requireNonNull(what.reason())).increment();
        }
    }

    private Counter requested(String source) {
        return Counter.builder("latchkey.login.requests")
                .description("Login links requested at the portal, or sent by staff")
                .tag("source", source)
                .register(registry);
    }

    private Counter redeemed(String outcome) {
        return Counter.builder("latchkey.redemptions")
                .description("Login links and codes shown, and what came of it")
                .tag("outcome", outcome)
                .register(registry);
    }
}
