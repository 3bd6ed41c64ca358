package dev.latchkey.appointments;

import dev.latchkey.audit.AuditAction;

/** What is done with appointments, as the audit trail has it. */
enum AppointmentAction implements AuditAction {
    APPOINTMENT_CREATED,
    /** Those of one client. */
    APPOINTMENTS_LISTED,
    APPOINTMENT_READ,
    APPOINTMENT_CHANGED,
    APPOINTMENT_CANCELLED
}
