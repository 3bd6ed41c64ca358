package dev.latchkey.observability;

import dev.latchkey.smtp.MailServer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says whether the mail server can be reached, and is up in any case: letters wait. */
@Readiness
@ApplicationScoped
class MailServerReadiness implements HealthCheck {

    private static final Duration BETWEEN_VISITS = Duration.ofSeconds(10);

    private final CachedProbe<Boolean> reachable;

    MailServerReadiness(MailServer server) {
        this.reachable = new CachedProbe<>(BETWEEN_VISITS, server::isReachable);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("mail server")
                .withData("smtp", isReachable() ? "reachable" : "unreachable")
                .up()
                .build();
    }

    boolean isReachable() {
        return reachable.answer().orElse(false);
    }
}
