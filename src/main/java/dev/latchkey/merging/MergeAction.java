package dev.latchkey.merging;

import dev.latchkey.audit.AuditAction;

/** What is done about merges, as the audit trail has it. A merge has a line for each of the two clients. */
enum MergeAction implements AuditAction {
    CLIENTS_MERGED,
    CLIENTS_UNMERGED,
    MERGES_LISTED
}
