package dev.latchkey.clinics;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.ChangingRecord;
import dev.latchkey.input.Line;
import dev.latchkey.input.NonNullIfPresent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/v1/staff/services/{id}")
class ServiceResource {

    private final Services services;
    private final ChangingRecord record;
    private final StaffCaller caller;

    ServiceResource(Services services, ChangingRecord record, StaffCaller caller) {
        this.services = services;
        this.record = record;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.CARE)
    public ServiceView getService(@RestPath UUID id) {
        return ServiceView.of(services.get(caller, id));
    }

    @PATCH
    @RolesAllowed(Right.SETUP)
    @Transactional
    public ServiceView changeService(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ServiceChanges request) {
        var service = services.get(caller, id);
        return record.change(
                ifMatch,
                caller.occurrence(ClinicAction.SERVICE_CHANGED).record(id),
                () -> ServiceView.of(service),
                () -> request.applyTo(service));
    }

    /** What is absent stays. */
    static class ServiceChanges {

        @NonNullIfPresent
        @CodePointLength(max = 200)
        @Line
        public @Nullable String name;

        @NonNullIfPresent
        @Min(Service.SHORTEST)
        @Max(Service.LONGEST)
        public @Nullable Integer durationMinutes;

        void applyTo(Service service) {
            if (name != null) {
                service.rename(name);
            }
            if (durationMinutes != null) {
                service.usuallyTake(durationMinutes);
            }
        }
    }
}
