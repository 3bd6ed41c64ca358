package dev.latchkey.branding;

import dev.latchkey.audit.AuditAction;

/** What is done with the pictures of a location, as the audit trail has it. */
enum BrandingAction implements AuditAction {
    LOCATION_PICTURE_CHANGED,
    LOCATION_PICTURE_REMOVED
}
