package dev.latchkey.support;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Or the next application in the same Java would show what this one, which is stopped by then, had measured. */
@ApplicationScoped
class FreshMetrics {

    private final MeterRegistry registry;

    FreshMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void end(@Observes ShutdownEvent event) {
        registry.clear();
    }
}
