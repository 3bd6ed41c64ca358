package dev.latchkey.access;

import dev.latchkey.audit.AuditAction;

/** What callers may not do, as the audit trail has it. */
enum AccessAction implements AuditAction {
    /** The caller has no right to the operation that they called. */
    RIGHT_REFUSED
}
