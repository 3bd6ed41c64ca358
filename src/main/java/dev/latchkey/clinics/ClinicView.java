package dev.latchkey.clinics;

import dev.latchkey.http.ETags;
import dev.latchkey.kernel.EmailAddress;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A clinic, as those see it who run it: the operator, its owner and its practice manager. */
public record ClinicView(
        UUID id,
        String slug,
        String name,
        String timeZone,
        String currency,
        String language,
        @Nullable String bookingUrl,
        boolean bookingLinkShown,
        @Nullable String phone,
        @Nullable String website,
        @Nullable String replyTo,
        String portalUrl,
        Instant createdAt)
        implements ETags.TaggedAnswer {

    public static ClinicView of(Clinic clinic, PortalAddress address) {
        return new ClinicView(
                clinic.id(),
                clinic.slug(),
                clinic.name(),
                clinic.timeZoneId(),
                clinic.currency().code(),
                clinic.language().code(),
                clinic.bookingUrl(),
                clinic.isBookingLinkShown(),
                clinic.phone(),
                clinic.website(),
                clinic.replyTo().map(EmailAddress::address).orElse(null),
                address.urlOf(clinic),
                clinic.createdAt());
    }
}
