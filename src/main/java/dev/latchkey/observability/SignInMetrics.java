package dev.latchkey.observability;

import dev.latchkey.audit.AuditEntry;
import dev.latchkey.login.LinkRedeemed;
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

/** Counts sign-ins and refusals. Of an audit entry it reads the action and the code alone. */
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
        Stream.of(LinkRedeemed.values()).map(LinkRedeemed::code).forEach(this::redeemed);
        Stream.of("opened", "refreshed", "switched").forEach(act -> session(act, ""));
        session("ended", "signed-out");
        Stream.of("asks", "failures", "letters").forEach(this::limit);
        Stream.of(RequestLimit.values()).map(RequestLimit::code).forEach(this::limit);
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) AuditEntry what) {
        switch (what.act()) {
            case LOGIN_LINK_REQUESTED -> requested("portal").increment();
            case LOGIN_LINK_ORDERED -> requested("staff").increment();
            case LOGIN_LINK_REJECTED, LOGIN_LINK_REPLAYED -> redeemed(why(what)).increment();
            case LOGIN_LINK_SUPPRESSED -> limit(why(what)).increment();
            case SESSION_OPENED -> session("opened", "").increment();
            case SESSION_REFRESHED -> session("refreshed", "").increment();
            case PROFILE_SWITCHED -> session("switched", "").increment();
            case SESSION_ENDED -> session("ended", why(what)).increment();
            default -> {}
        }
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) LinkRedeemed outcome) {
        redeemed(outcome.code()).increment();
    }

    void count(@Observes LimitHit hit) {
        limit(hit.limit()).increment();
    }

    void count(@Observes LetterRefused tooMany) {
        limit("letters").increment();
    }

    private static String why(AuditEntry what) {
        return Objects.requireNonNull(what.reason());
    }

    private Counter requested(String door) {
        return Counter.builder("latchkey.login.asks")
                .description("Login links asked for, at the portal or by staff")
                .tag("door", door)
                .register(registry);
    }

    private Counter redeemed(String outcome) {
        return Counter.builder("latchkey.redemptions")
                .description("Login links and codes shown, and what came of it")
                .tag("outcome", outcome)
                .register(registry);
    }

    /** Those that end by time alone do so unseen. */
    private Counter session(String act, String reason) {
        return Counter.builder("latchkey.sessions")
                .description("What sessions went through, and why they ended")
                .tag("act", act)
                .tag("reason", reason)
                .register(registry);
    }

    private Counter limit(String limit) {
        return Counter.builder("latchkey.limits.hit")
                .description("Asked more often than a limit allows, refused or passed over in silence")
                .tag("limit", limit)
                .register(registry);
    }
}
