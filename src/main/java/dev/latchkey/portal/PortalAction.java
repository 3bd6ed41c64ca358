package dev.latchkey.portal;

import dev.latchkey.audit.AuditAction;

/** What is done with a clinic's portal, as the audit trail has it. */
enum PortalAction implements AuditAction {
    PORTAL_SETTINGS_CHANGED,
    PORTAL_LINK_ROTATED,
    /** What led from a former portal link to the present one leads nowhere from then on. */
    PORTAL_REDIRECT_STOPPED
}
