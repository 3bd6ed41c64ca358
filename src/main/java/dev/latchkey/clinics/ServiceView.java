package dev.latchkey.clinics;

import dev.latchkey.http.ETags;
import java.time.Instant;
import java.util.UUID;

/** A service, as staff see it. */
record ServiceView(UUID id, String name, int durationMinutes, Instant createdAt) implements ETags.TaggedAnswer {

    static ServiceView of(Service service) {
        return new ServiceView(service.id(), service.name(), service.durationMinutes(), service.createdAt());
    }
}
