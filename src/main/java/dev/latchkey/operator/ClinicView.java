package dev.latchkey.operator;

import dev.latchkey.clinics.Clinic;
import dev.latchkey.clinics.PortalAddress;
import dev.latchkey.http.ETags;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A clinic, as the operator sees it. */
record ClinicView(
        UUID id,
        String slug,
        String name,
        String timeZone,
        String currency,
        @Nullable String bookingUrl,
        String portalUrl,
        Instant createdAt)
        implements ETags.TaggedAnswer {

    static ClinicView of(Clinic clinic, PortalAddress address) {
        return new ClinicView(
                clinic.id(),
                clinic.slug(),
                clinic.name(),
                clinic.timeZoneId(),
                clinic.currency().code(),
                clinic.bookingUrl(),
                address.urlOf(clinic),
                clinic.createdAt());
    }
}
