package dev.latchkey.observability;

import dev.latchkey.overload.RequestsAtOnce;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells how near a node is to having too much to do, and how often it had. */
@ApplicationScoped
class Overload {

    private final MeterRegistry registry;
    private final RequestsAtOnce requests;

    Overload(MeterRegistry registry, RequestsAtOnce requests) {
        this.registry = registry;
        this.requests = requests;
    }

    void begin(@Observes StartupEvent event) {
        Gauge.builder("latchkey.requests.in.flight", requests, RequestsAtOnce::inFlight)
                .description("Requests this node works on")
                .register(registry);
        FunctionCounter.builder("latchkey.overload.refusals", requests, RequestsAtOnce::refused)
                .description("Requests refused because the node has as much to do as it may")
                .register(registry);
    }
}
