package dev.latchkey.clinics;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.ChangingRecord;
import dev.latchkey.input.Line;
import dev.latchkey.input.MultilineText;
import dev.latchkey.input.NonNullIfPresent;
import dev.latchkey.input.PhoneText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/v1/staff/locations/{id}")
class LocationResource {

    private final Locations locations;
    private final ChangingRecord record;
    private final StaffCaller caller;

    LocationResource(Locations locations, ChangingRecord record, StaffCaller caller) {
        this.locations = locations;
        this.record = record;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.CARE)
    public LocationView getLocation(@RestPath UUID id) {
        return LocationView.of(locations.get(caller, id));
    }

    @PATCH
    @RolesAllowed(Right.SETUP)
    @Transactional
    public LocationView changeLocation(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull LocationChanges request) {
        var location = locations.get(caller, id);
        return record.change(
                ifMatch,
                caller.occurrence(ClinicAction.LOCATION_CHANGED).record(id),
                () -> LocationView.of(location),
                () -> request.applyTo(location));
    }

    /** What is absent stays; what may be null is then taken away. */
    static class LocationChanges {

        @NonNullIfPresent
        @CodePointLength(max = 200)
        @Line
        public @Nullable String name;

        @NonNullIfPresent
        @TimeZoneId
        public @Nullable String timeZone;

        @CodePointLength(max = 500)
        @MultilineText
        private @Nullable String address;

        @PhoneText
        private @Nullable String phone;

        @CodePointLength(max = 2000)
        @MultilineText
        private @Nullable String directions;

        @CodePointLength(max = 2000)
        @MultilineText
        private @Nullable String openingHours;

        private boolean changesAddress;
        private boolean changesPhone;
        private boolean changesDirections;
        private boolean changesOpeningHours;

        public void setAddress(@Nullable String address) {
            this.address = address;
            this.changesAddress = true;
        }

        public void setPhone(@Nullable String phone) {
            this.phone = phone;
            this.changesPhone = true;
        }

        public void setDirections(@Nullable String directions) {
            this.directions = directions;
            this.changesDirections = true;
        }

        public void setOpeningHours(@Nullable String openingHours) {
            this.openingHours = openingHours;
            this.changesOpeningHours = true;
        }

        void applyTo(Location location) {
            if (name != null) {
                location.rename(name);
            }
            if (timeZone != null) {
                location.keepTimeOf(timeZone);
            }
            if (changesAddress) {
                location.moveTo(address);
            }
            if (changesPhone) {
                location.reachByPhone(phone);
            }
            if (changesDirections) {
                location.describeWay(directions);
            }
            if (changesOpeningHours) {
                location.openAt(openingHours);
            }
        }
    }
}
