package dev.latchkey.portalaccess;

import dev.latchkey.audit.AuditAction;

/** Staff looked at a client's way into the portal, as the audit trail has it. */
enum PortalAccessAction implements AuditAction {
    PORTAL_ACCESS_READ
}
