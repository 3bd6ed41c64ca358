package dev.latchkey.observability;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;

/** Tells what makes the node unready. An unready node gets no requests, so no failed request would show it. */
@ApplicationScoped
class ReadinessGauges {

    private final MeterRegistry registry;
    private final DatabaseReadiness database;
    private final MigrationsReadiness migrations;
    private final VaultReadiness vault;
    private final MailServerReadiness mailServer;

    ReadinessGauges(
            MeterRegistry registry,
            @Readiness DatabaseReadiness database,
            @Readiness MigrationsReadiness migrations,
            @Readiness VaultReadiness vault,
            @Readiness MailServerReadiness mailServer) {
        this.registry = registry;
        this.database = database;
        this.migrations = migrations;
        this.vault = vault;
        this.mailServer = mailServer;
    }

    void begin(@Observes StartupEvent event) {
        tellOf("database", database);
        tellOf("migrations", migrations);
        tellOf("vault", vault);
        Gauge.builder(
                        "latchkey.vault.room",
                        () -> vault.room().map(ReadinessGauges::number).orElse(null))
                .description("1 if a file finds room in the vault")
                .register(registry);
        Gauge.builder("latchkey.mail.server.reachable", () -> number(mailServer.isReachable()))
                .description("1 if the mail server can be reached from this node")
                .register(registry);
    }

    private void tellOf(String what, HealthCheck check) {
        Gauge.builder("latchkey.ready", () -> number(check.call().getStatus() == Status.UP))
                .description("1 if this lets the node be ready")
                .tag("check", what)
                .register(registry);
    }

    private static int number(boolean yes) {
        return yes ? 1 : 0;
    }
}
