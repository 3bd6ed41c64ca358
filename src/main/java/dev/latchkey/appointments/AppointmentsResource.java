package dev.latchkey.appointments;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.access.PortalSections.Section;
import dev.latchkey.access.Right;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import dev.latchkey.profile.InSection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/appointments")
@InSection(Section.APPOINTMENTS)
class AppointmentsResource {

    private final Appointments appointments;
    private final ClientCaller caller;
    private final Clock clock;

    AppointmentsResource(Appointments appointments, ClientCaller caller, Clock clock) {
        this.appointments = appointments;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Right.CLIENT)
    public Page<AppointmentView> listAppointments(
            @Valid @BeanParam AppointmentFilter filter, @Valid @BeanParam Paging paging) {
        return appointments.cards(caller, filter, paging, clock.instant()).map(AppointmentView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Right.CLIENT)
    public AppointmentView getAppointment(@RestPath UUID id) {
        return AppointmentView.of(appointments.card(caller, id));
    }
}
