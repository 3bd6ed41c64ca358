package dev.latchkey.clinics;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.http.Responses;
import dev.latchkey.idempotency.Idempotent;
import dev.latchkey.input.Line;
import dev.latchkey.input.MultilineText;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import dev.latchkey.input.PhoneText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/staff/locations")
class LocationsResource {

    private final Locations locations;
    private final Clinics clinics;
    private final Audit audit;
    private final StaffCaller caller;
    private final Clock clock;

    LocationsResource(Locations locations, Clinics clinics, Audit audit, StaffCaller caller, Clock clock) {
        this.locations = locations;
        this.clinics = clinics;
        this.audit = audit;
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
        var timeZone = request.timeZone == null ? clinics.get(caller.clinicId()).timeZoneId() : request.timeZone;
        var location = new Location(caller.clinicId(), request.name, request.address, timeZone, clock.instant());
        location.reachByPhone(request.phone);
        location.describeWay(request.directions);
        location.openAt(request.openingHours);
        locations.persist(location);
        audit.record(caller.occurrence(ClinicAction.LOCATION_CREATED).record(location.id()));
        return Responses.created("/v1/staff/locations/" + location.id(), LocationView.of(location));
    }

    record NewLocation(
            @NotNull @CodePointLength(max = 200) @Line String name,

            @CodePointLength(max = 500) @MultilineText @Nullable
            String address,

            @PhoneText @Nullable String phone,

            @CodePointLength(max = 2000) @MultilineText @Nullable
            String directions,

            @CodePointLength(max = 2000) @MultilineText @Nullable
            String openingHours,

            @TimeZoneId @Nullable String timeZone) {}
}
