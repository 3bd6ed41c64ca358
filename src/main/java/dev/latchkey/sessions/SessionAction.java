package dev.latchkey.sessions;

import dev.latchkey.audit.AuditAction;

/** What sessions go through, as the audit trail has it. */
public enum SessionAction implements AuditAction {
    SESSION_OPENED,
    SESSION_REFRESHED,
    SESSION_ENDED,
    REFRESH_REUSED
}
