package dev.latchkey.appointments;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.idempotency.Idempotent;
import dev.latchkey.input.MultilineText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How staff call an appointment off, with a note that only the clinic sees. */
@Path("/v1/staff/appointments/{id}/cancellation")
class AppointmentCancellationResource {

    private final Appointments appointments;
    private final Audit audit;
    private final StaffCaller caller;
    private final Clock clock;

    AppointmentCancellationResource(Appointments appointments, Audit audit, StaffCaller caller, Clock clock) {
        this.appointments = appointments;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Right.CARE)
    @Idempotent
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON) // also of a request without a body, which has no type
    public RestResponse<StaffAppointmentView> cancelAppointment(
            @RestPath UUID id, @Valid @Nullable Cancellation request) {
        appointments.toChange(caller, id).cancel(request == null ? null : request.note, clock.instant());
        var cancelled = StaffAppointmentView.of(appointments.card(caller, id));
        audit.record(caller.occurrence(AppointmentAction.APPOINTMENT_CANCELLED)
                .client(cancelled.clientId())
                .record(id));
        return RestResponse.ok(cancelled);
    }

    record Cancellation(
            @CodePointLength(max = 2000) @MultilineText @Nullable
            String note) {}
}
