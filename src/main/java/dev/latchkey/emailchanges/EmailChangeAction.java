package dev.latchkey.emailchanges;

import dev.latchkey.audit.AuditAction;

/** What is done about an e-mail that a client is to confirm, as the audit trail has it. */
enum EmailChangeAction implements AuditAction {
    EMAIL_CHANGE_REQUESTED,
    EMAIL_CHANGE_READ,
    EMAIL_CHANGE_CONFIRMED,
    EMAIL_CHANGE_CANCELLED
}
