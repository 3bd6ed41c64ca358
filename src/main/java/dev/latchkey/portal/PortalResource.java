package dev.latchkey.portal;

import dev.latchkey.clinics.Clinic;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.http.ETags;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/v1/portals/{slug}")
class PortalResource {

    private final Clinics clinics;

    PortalResource(Clinics clinics) {
        this.clinics = clinics;
    }

    @GET
    @PermitAll
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-cache")
    public PortalView getPortal(@RestPath String slug) {
        return PortalView.of(clinics.getBySlug(slug));
    }

    record PortalView(
            String slug,
            String name,
            String timeZone,
            String language,
            boolean on,
            @Nullable String message,
            @Nullable String bookingUrl,
            @Nullable String phone,
            @Nullable String website)
            implements ETags.TaggedAnswer {

        static PortalView of(Clinic clinic) {
            return new PortalView(
                    clinic.slug(),
                    clinic.name(),
                    clinic.timeZoneId(),
                    clinic.language().code(),
                    clinic.portal().isOn(),
                    clinic.portal().shownMessage(),
                    clinic.shownBookingUrl(),
                    clinic.phone(),
                    clinic.website());
        }
    }
}
