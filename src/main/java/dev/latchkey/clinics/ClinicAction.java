package dev.latchkey.clinics;

import dev.latchkey.audit.AuditAction;

/** What becomes of a clinic and what it is made of, as the audit trail has it. */
public enum ClinicAction implements AuditAction {
    CLINIC_OPENED,
    CLINIC_CHANGED,
    LOCATION_CREATED,
    LOCATION_CHANGED,
    PRACTITIONER_CREATED,
    PRACTITIONER_CHANGED,
    SERVICE_CREATED,
    SERVICE_CHANGED
}
