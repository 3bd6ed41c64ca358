package dev.latchkey.idempotency;

import dev.latchkey.overload.Bulkhead;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * An act with an {@code Idempotency-Key} holds its connection while it may need another, to count what stays counted or to record what it
 * refuses. Half of the pool is left to such needs; otherwise an act that holds one connection might never get the second.
 */
@ApplicationScoped
class IdempotencyBulkhead {

    private static final int WAITING = 32;

    private final Bulkhead bulkhead;

    IdempotencyBulkhead(
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections,
            @ConfigProperty(name = "quarkus.datasource.jdbc.acquisition-timeout") Duration patience) {
        this.bulkhead = new Bulkhead(Math.max(1, connections / 2), patience, WAITING);
    }

    Bulkhead.Permit acquire() {
        return bulkhead.acquire();
    }
}
