package dev.latchkey.observability;

import dev.latchkey.loginlinks.LoginLimit;
import dev.latchkey.mail.LetterLimit;
import dev.latchkey.ratelimit.LimitHit;
import dev.latchkey.ratelimit.NamedLimit;
import dev.latchkey.ratelimit.RequestLimit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.Stream;

/** Counts how often there was too much, under the name of the limit. */
@ApplicationScoped
class LimitMetrics {

    private final MeterRegistry registry;

    LimitMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void begin(@Observes StartupEvent event) {
        Stream.of(RequestLimit.values(), LoginLimit.values(), LetterLimit.values())
                .flatMap(Stream::of)
                .map(NamedLimit::code)
                .forEach(this::limit);
    }

    void count(@Observes LimitHit hit) {
        limit(hit.limit()).increment();
    }

    private Counter limit(String limit) {
        return Counter.builder("latchkey.limits.hit")
                .description("Asked more often than a limit allows, refused or passed over in silence")
                .tag("limit", limit)
                .register(registry);
    }
}
