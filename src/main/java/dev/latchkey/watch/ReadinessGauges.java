package dev.latchkey.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;

/** Tells what makes the node unready: a node that is up and ready for nobody counts no failed request, for it gets none. */
@ApplicationScoped
class ReadinessGauges {

    private final MeterRegistry registry;
    private final DatabaseReadiness database;
    private final MigrationsReadiness migrations;
    private final VaultReadiness vault;

    ReadinessGauges(
            MeterRegistry registry,
            @Readiness DatabaseReadiness database,
            @Readiness MigrationsReadiness migrations,
            @Readiness VaultReadiness vault) {
        this.registry = registry;
        this.database = database;
        this.migrations = migrations;
        this.vault = vault;
    }

    void begin(@Observes StartupEvent event) {
        tellOf("database", database);
        tellOf("migrations", migrations);
        tellOf("vault", vault);
        Gauge.builder("latchkey.vault.room", vault, it -> it.hasRoom() ? 1 : 0)
                .description("1 if a file finds room in the vault")
                .register(registry);
    }

    private void tellOf(String what, HealthCheck check) {
        Gauge.builder("latchkey.ready", check, it -> it.call().getStatus() == Status.UP ? 1 : 0)
                .description("1 if this lets the node be ready")
                .tag("check", what)
                .register(registry);
    }
}
