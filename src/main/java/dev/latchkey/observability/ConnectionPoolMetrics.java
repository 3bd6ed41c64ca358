package dev.latchkey.observability;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells of the connections to the database, under the names that the framework gives them. Its own binding left them out when it was tried. */
@ApplicationScoped
class ConnectionPoolMetrics {

    private final MeterRegistry registry;
    private final AgroalDataSource pool;

    ConnectionPoolMetrics(MeterRegistry registry, AgroalDataSource pool) {
        this.registry = registry;
        this.pool = pool;
    }

    void begin(@Observes StartupEvent event) {
        Gauge.builder("agroal.active.count", pool, all -> all.getMetrics().activeCount())
                .description("Connections in use")
                .register(registry);
        Gauge.builder("agroal.available.count", pool, all -> all.getMetrics().availableCount())
                .description("Connections that are open and not in use")
                .register(registry);
        Gauge.builder("agroal.awaiting.count", pool, all -> all.getMetrics().awaitingCount())
                .description("Threads that wait for a connection")
                .register(registry);
        FunctionCounter.builder(
                        "agroal.acquire.count", pool, all -> all.getMetrics().acquireCount())
                .description("How often a connection was taken")
                .register(registry);
    }
}
