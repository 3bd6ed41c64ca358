package dev.latchkey.appointments;

import static java.util.Objects.requireNonNullElse;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.http.ETags;
import dev.latchkey.idempotency.Idempotent;
import dev.latchkey.input.NonNullIfPresent;
import dev.latchkey.input.PlainText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/staff/appointments/{id}")
class StaffAppointmentsResource {

    private final Appointments appointments;
    private final BookingAppointment booking;
    private final Audit audit;
    private final ETags etags;
    private final StaffCaller caller;
    private final Clock clock;

    StaffAppointmentsResource(
            Appointments appointments,
            BookingAppointment booking,
            Audit audit,
            ETags etags,
            StaffCaller caller,
            Clock clock) {
        this.appointments = appointments;
        this.booking = booking;
        this.audit = audit;
        this.etags = etags;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Right.CARE)
    public StaffAppointmentView getStaffAppointment(@RestPath UUID id) {
        var shown = view(id);
        audit.recordRead(what(AppointmentAction.APPOINTMENT_READ, id, shown));
        return shown;
    }

    @PATCH
    @RolesAllowed(Right.CARE)
    @Transactional
    public StaffAppointmentView changeAppointment(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull AppointmentChanges request) {
        var appointment = appointments.toChange(caller, id);
        var before = view(id);
        etags.require(ifMatch, before);
        booking.change(
                caller,
                appointment,
                request.slot(appointment.slot()),
                request.status(appointment.status()),
                requireNonNullElse(request.confirmed, appointment.confirmed()));
        var after = view(id);
        audit.recordChange(what(AppointmentAction.APPOINTMENT_CHANGED, id, after), before, after);
        return after;
    }

    @POST
    @Path("/cancellation")
    @RolesAllowed(Right.CARE)
    @Idempotent
    @Transactional
    public RestResponse<StaffAppointmentView> cancelAppointment(
            @RestPath UUID id, @Valid @NotNull Cancellation request) {
        appointments.toChange(caller, id).cancel(request.note, clock.instant());
        var cancelled = view(id);
        audit.record(what(AppointmentAction.APPOINTMENT_CANCELLED, id, cancelled));
        return RestResponse.ok(cancelled);
    }

    private StaffAppointmentView view(UUID id) {
        return StaffAppointmentView.of(appointments.card(caller, id));
    }

    private AuditEntry what(AuditAction act, UUID id, StaffAppointmentView appointment) {
        return caller.occurrence(act).client(appointment.clientId()).record(id);
    }

    /** What is absent stays. */
    static class AppointmentChanges {

        @NonNullIfPresent
        @StartTime
        public @Nullable Instant startsAt;

        @NonNullIfPresent
        @Min(Slot.SHORTEST_MINUTES)
        @Max(Slot.LONGEST_MINUTES)
        public @Nullable Integer durationMinutes;

        @NonNullIfPresent
        public @Nullable UUID locationId;

        @NonNullIfPresent
        public @Nullable UUID practitionerId;

        @NonNullIfPresent
        public @Nullable UUID serviceId;

        @NonNullIfPresent
        @Pattern(regexp = "pending|arrived|missed")
        public @Nullable String status;

        @NonNullIfPresent
        public @Nullable Boolean confirmed;

        Slot slot(Slot before) {
            return new Slot(
                    requireNonNullElse(startsAt, before.startsAt()),
                    requireNonNullElse(durationMinutes, before.minutes()),
                    requireNonNullElse(locationId, before.locationId()),
                    requireNonNullElse(practitionerId, before.practitionerId()),
                    requireNonNullElse(serviceId, before.serviceId()));
        }

        Status status(Status before) {
            return status == null ? before : Status.of(status);
        }
    }

    record Cancellation(
            @CodePointLength(max = 2000) @PlainText @Nullable
            String note) {}
}
