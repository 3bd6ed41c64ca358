package dev.latchkey.clinics;

import dev.latchkey.http.ETags;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A location, as staff see it. */
record LocationView(
        UUID id,
        String name,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String directions,
        @Nullable String openingHours,
        String timeZone,
        Instant createdAt)
        implements ETags.TaggedAnswer {

    static LocationView of(Location location) {
        return new LocationView(
                location.id(),
                location.name(),
                location.address(),
                location.phone(),
                location.directions(),
                location.openingHours(),
                location.timeZone(),
                location.createdAt());
    }
}
