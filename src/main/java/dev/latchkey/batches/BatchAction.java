package dev.latchkey.batches;

import dev.latchkey.audit.AuditAction;

/** What is done with batches of login links, as the audit trail has it. Each link in one has a line of its own. */
enum BatchAction implements AuditAction {
    LOGIN_LINK_BATCH_STARTED,
    LOGIN_LINK_BATCH_CANCELLED,
    LOGIN_LINK_BATCH_CLIENTS_LISTED
}
