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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/staff/services")
class ServicesResource {

    private final Services services;
    private final Audit audit;
    private final ETags etags;
    private final StaffCaller caller;
    private final Clock clock;

    ServicesResource(Services services, Audit audit, ETags etags, StaffCaller caller, Clock clock) {
        this.services = services;
        this.audit = audit;
        this.etags = etags;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Right.CARE)
    public Page<ServiceView> listServices(@Valid @BeanParam Paging paging) {
        return services.byName(caller, paging).map(ServiceView::of);
    }

    @POST
    @RolesAllowed(Right.SETUP)
    @ResponseStatus(201)
    @Idempotent
    @Transactional
    public RestResponse<ServiceView> createService(@Valid @NotNull NewService request) {
        var service = new Service(caller.clinicId(), request.name, request.durationMinutes, clock.instant());
        services.persist(service);
        audit.record(caller.occurrence(ClinicAction.SERVICE_CREATED).record(service.id()));
        return Responses.created("/v1/staff/services/" + service.id(), ServiceView.of(service));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Right.CARE)
    public ServiceView getService(@RestPath UUID id) {
        return ServiceView.of(services.get(caller, id));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Right.SETUP)
    @Transactional
    public ServiceView changeService(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ServiceChanges request) {
        var service = services.get(caller, id);
        var before = ServiceView.of(service);
        etags.require(ifMatch, before);
        request.applyTo(service);
        services.flush();
        var after = ServiceView.of(service);
        audit.recordChange(caller.occurrence(ClinicAction.SERVICE_CHANGED).record(id), before, after);
        return after;
    }

    record NewService(
            @NotNull @CodePointLength(max = 200) @PlainText String name,

            @NotNull @Min(Service.SHORTEST) @Max(Service.LONGEST)
            Integer durationMinutes) {}

    /** What is absent stays. */
    static class ServiceChanges {

        @NonNullIfPresent
        @CodePointLength(max = 200)
        @PlainText
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

    record ServiceView(UUID id, String name, int durationMinutes, Instant createdAt) implements ETags.TaggedAnswer {

        static ServiceView of(Service service) {
            return new ServiceView(service.id(), service.name(), service.durationMinutes(), service.createdAt());
        }
    }
}
