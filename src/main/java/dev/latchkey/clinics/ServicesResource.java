package dev.latchkey.clinics;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.http.Responses;
import dev.latchkey.idempotency.Idempotent;
import dev.latchkey.input.Line;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/staff/services")
class ServicesResource {

    private final Services services;
    private final Audit audit;
    private final StaffCaller caller;
    private final Clock clock;

    ServicesResource(Services services, Audit audit, StaffCaller caller, Clock clock) {
        this.services = services;
        this.audit = audit;
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

    record NewService(
            @NotNull @CodePointLength(max = 200) @Line String name,

            @NotNull @Min(Service.SHORTEST) @Max(Service.LONGEST)
            Integer durationMinutes) {}
}
