package dev.latchkey.appointments;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.audit.Audit;
import dev.latchkey.clients.Clients;
import dev.latchkey.clinics.Locations;
import dev.latchkey.clinics.Practitioners;
import dev.latchkey.clinics.Services;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Books an appointment for a client, or moves it, with the clinic's own locations, practitioners and services. */
@ApplicationScoped
class BookingAppointment {

    private final Appointments appointments;
    private final Clients clients;
    private final Locations locations;
    private final Practitioners practitioners;
    private final Services services;
    private final Audit audit;
    private final Clock clock;

    BookingAppointment(
            Appointments appointments,
            Clients clients,
            Locations locations,
            Practitioners practitioners,
            Services services,
            Audit audit,
            Clock clock) {
        this.appointments = appointments;
        this.clients = clients;
        this.locations = locations;
        this.practitioners = practitioners;
        this.services = services;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    UUID book(StaffCaller caller, UUID clientId, Slot slot) {
        var appointment = new Appointment(clients.getToAddTo(caller, clientId), slot, clock.instant());
        requireOfClinic(caller, slot);
        appointments.persist(appointment);
        audit.record(caller.occurrence(AppointmentAction.APPOINTMENT_CREATED)
                .client(clientId)
                .record(appointment.id()));
        return appointment.id();
    }

    @Transactional
    void change(StaffCaller caller, Appointment appointment, Slot slot, Status status, boolean confirmed) {
        requireOfClinic(caller, slot);
        appointment.change(slot, status, confirmed, clock.instant());
    }

    private void requireOfClinic(StaffCaller caller, Slot slot) {
        if (!locations.has(caller, slot.locationId())) {
            throw AppointmentReason.LOCATION_UNKNOWN.refusal();
        }
        if (!practitioners.has(caller, slot.practitionerId())) {
            throw AppointmentReason.PRACTITIONER_UNKNOWN.refusal();
        }
        if (!services.has(caller, slot.serviceId())) {
            throw AppointmentReason.SERVICE_UNKNOWN.refusal();
        }
    }
}
