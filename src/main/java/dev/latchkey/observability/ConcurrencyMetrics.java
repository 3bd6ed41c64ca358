package dev.latchkey.observability;

import dev.latchkey.overload.ConcurrencyLimit;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells how near a node is to its concurrency limits, and how often they were hit. */
@ApplicationScoped
class ConcurrencyMetrics {

    private final MeterRegistry registry;
    private final ConcurrencyLimit requests;

    ConcurrencyMetrics(MeterRegistry registry, ConcurrencyLimit requests) {
        this.registry = registry;
        this.requests = requests;
    }

    void begin(@Observes StartupEvent event) {
        Gauge.builder("latchkey.requests.in.flight", requests, ConcurrencyLimit::inFlight)
                .description("Requests this node works on")
                .register(registry);
        FunctionCounter.builder("latchkey.overload.refusals", requests, ConcurrencyLimit::refused)
                .description("Requests refused because the node has as much to do as it may")
                .register(registry);
    }
}
