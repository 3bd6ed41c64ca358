package dev.latchkey.appointments;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.clients.Clients;
import dev.latchkey.http.Responses;
import dev.latchkey.idempotency.Idempotent;
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
import java.time.Instant;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/staff/clients/{id}/appointments")
class ClientAppointmentsResource {

    private final Appointments appointments;
    private final Clients clients;
    private final BookingAppointment booking;
    private final Audit audit;
    private final StaffCaller caller;
    private final Clock clock;

    ClientAppointmentsResource(
            Appointments appointments,
            Clients clients,
            BookingAppointment booking,
            Audit audit,
            StaffCaller caller,
            Clock clock) {
        this.appointments = appointments;
        this.clients = clients;
        this.booking = booking;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Right.CARE)
    public Page<StaffAppointmentView> listClientAppointments(
            @RestPath UUID id, @Valid @BeanParam AppointmentFilter filter, @Valid @BeanParam Paging paging) {
        var cards = appointments.cards(caller, clients.get(caller, id), filter, paging, clock.instant());
        audit.recordRead(
                caller.occurrence(AppointmentAction.APPOINTMENTS_LISTED).client(id));
        return cards.map(StaffAppointmentView::of);
    }

    @POST
    @RolesAllowed(Right.CARE)
    @ResponseStatus(201)
    @Idempotent
    @Transactional
    public RestResponse<StaffAppointmentView> createAppointment(
            @RestPath UUID id, @Valid @NotNull NewAppointment request) {
        var made = appointments.card(caller, booking.book(caller, id, request.slot()));
        return Responses.created("/v1/staff/appointments/" + made.id(), StaffAppointmentView.of(made));
    }

    record NewAppointment(
            @NotNull @StartTime Instant startsAt,

            @NotNull @Min(Slot.SHORTEST_MINUTES) @Max(Slot.LONGEST_MINUTES)
            Integer durationMinutes,

            @NotNull UUID locationId,
            @NotNull UUID practitionerId,
            @NotNull UUID serviceId) {

        Slot slot() {
            return new Slot(startsAt, durationMinutes, locationId, practitionerId, serviceId);
        }
    }
}
