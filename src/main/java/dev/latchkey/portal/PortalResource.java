package dev.latchkey.portal;

import dev.latchkey.branding.LocationPictures;
import dev.latchkey.branding.PictureKind;
import dev.latchkey.clinics.Clinic;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.clinics.Locations;
import dev.latchkey.clinics.Locations.NamedLocation;
import dev.latchkey.http.ETags;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/v1/portals/{slug}")
class PortalResource {

    private final Clinics clinics;
    private final Locations locations;
    private final LocationPictures pictures;

    PortalResource(Clinics clinics, Locations locations, LocationPictures pictures) {
        this.clinics = clinics;
        this.locations = locations;
        this.pictures = pictures;
    }

    @GET
    @PermitAll
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-cache")
    public PortalView getPortal(@RestPath String slug) {
        var clinic = clinics.getBySlug(slug);
        return PortalView.of(clinic, pictured(clinic));
    }

    /** Asks for names only where there is something to show. */
    private List<PortalLocationView> pictured(Clinic clinic) {
        var kinds = pictures.kinds(clinic.id());
        return kinds.isEmpty()
                ? List.of()
                : locations.byName(clinic.id(), kinds.keySet()).stream()
                        .map(location ->
                                PortalLocationView.of(clinic, location, kinds.getOrDefault(location.id(), Set.of())))
                        .toList();
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
            @Nullable String website,
            List<PortalLocationView> locations)
            implements ETags.TaggedAnswer {

        static PortalView of(Clinic clinic, List<PortalLocationView> locations) {
            return new PortalView(
                    clinic.slug(),
                    clinic.name(),
                    clinic.timeZoneId(),
                    clinic.language().code(),
                    clinic.portal().isOn(),
                    clinic.portal().shownMessage(),
                    clinic.shownBookingUrl(),
                    clinic.phone(),
                    clinic.website(),
                    locations);
        }
    }

    /** Paths to pictures, of which there is at least one. */
    record PortalLocationView(
            UUID id,
            String name,
            @Nullable String logo,
            @Nullable String image) {

        static PortalLocationView of(Clinic clinic, NamedLocation location, Set<PictureKind> kinds) {
            return new PortalLocationView(
                    location.id(),
                    location.name(),
                    path(clinic, location, kinds, PictureKind.LOGO),
                    path(clinic, location, kinds, PictureKind.IMAGE));
        }

        private static @Nullable String path(
                Clinic clinic, NamedLocation location, Set<PictureKind> kinds, PictureKind kind) {
            return kinds.contains(kind)
                    ? "/v1/portals/" + clinic.slug() + "/locations/" + location.id() + "/pictures/" + kind.code()
                    : null;
        }
    }
}
