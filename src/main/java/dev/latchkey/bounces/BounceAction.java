package dev.latchkey.bounces;

import dev.latchkey.audit.AuditAction;

/** What is noted of addresses that letters come back from, as the audit trail has it. */
enum BounceAction implements AuditAction {
    ADDRESS_FLAGGED,
    /** By staff. */
    ADDRESS_FLAG_CLEARED
}
