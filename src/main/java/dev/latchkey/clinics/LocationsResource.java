package dev.latchkey.clinics;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.http.ETags;
import dev.latchkey.http.Responses;
import dev.latchkey.idempotency.Idempotent;
import dev.latchkey.input.NonNullIfPresent;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import dev.latchkey.input.PlainText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/staff/locations")
class LocationsResource {

    private final Locations locations;
    private final Clinics clinics;
    private final Audit audit;
    private final ETags etags;
    private final StaffCaller caller;
    private final Clock clock;

    LocationsResource(Locations locations, Clinics clinics, Audit audit, ETags etags, StaffCaller caller, Clock clock) {
        this.locations = locations;
        this.clinics = clinics;
        this.audit = audit;
        this.etags = etags;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Right.CARE)
    public Page<LocationView> listLocations(@Valid @BeanParam Paging paging) {
        return locations.byName(caller, paging).map(LocationView::of);
    }

    @POST
    @RolesAllowed(Right.SETUP)
    @ResponseStatus(201)
    @Idempotent
    @Transactional
    public RestResponse<LocationView> createLocation(@Valid @NotNull NewLocation request) {
        var timeZone =
                request.timeZone == null ? clinics.get(caller.clinicId()).timeZone() : ZoneId.of(request.timeZone);
        var location = new Location(caller.clinicId(), request.name, request.address, timeZone, clock.instant());
        locations.persist(location);
        audit.record(caller.occurrence(ClinicAction.LOCATION_CREATED).record(location.id()));
        return Responses.created("/v1/staff/locations/" + location.id(), LocationView.of(location));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Right.CARE)
    public LocationView getLocation(@RestPath UUID id) {
        return LocationView.of(locations.get(caller, id));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Right.SETUP)
    @Transactional
    public LocationView changeLocation(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull LocationChanges request) {
        var location = locations.get(caller, id);
        var before = LocationView.of(location);
        etags.require(ifMatch, before);
        request.applyTo(location);
        locations.flush();
        var after = LocationView.of(location);
        audit.recordChange(caller.occurrence(ClinicAction.LOCATION_CHANGED).record(id), before, after);
        return after;
    }

    record NewLocation(
            @NotNull @CodePointLength(max = 200) @PlainText String name,
            @CodePointLength(max = 500) @PlainText @Nullable String address,
            @TimeZoneId @Nullable String timeZone) {}

    /** What is absent stays; an address of null is taken away. */
    static class LocationChanges {

        @NonNullIfPresent
        @CodePointLength(max = 200)
        @PlainText
        public @Nullable String name;

        @NonNullIfPresent
        @TimeZoneId
        public @Nullable String timeZone;

        @CodePointLength(max = 500)
        @PlainText
        private @Nullable String address;

        private boolean changesAddress;

        public void setAddress(@Nullable String address) {
            this.address = address;
            this.changesAddress = true;
        }

        void applyTo(Location location) {
            if (name != null) {
                location.rename(name);
            }
            if (timeZone != null) {
                location.keepTimeOf(ZoneId.of(timeZone));
            }
            if (changesAddress) {
                location.moveTo(address);
            }
        }
    }

    record LocationView(UUID id, String name, @Nullable String address, String timeZone, Instant createdAt)
            implements ETags.TaggedAnswer {

        static LocationView of(Location location) {
            return new LocationView(
                    location.id(),
                    location.name(),
                    location.address(),
                    location.timeZone().getId(),
                    location.createdAt());
        }
    }
}
