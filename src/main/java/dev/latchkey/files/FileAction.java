package dev.latchkey.files;

import dev.latchkey.audit.AuditAction;

/** What is done with files, as the audit trail has it. */
enum FileAction implements AuditAction {
    FILE_UPLOADED,
    /** Those of one client. */
    FILES_LISTED,
    FILE_READ,
    /** Of a file that is asked for in parts, the first part in ten minutes. */
    FILE_DOWNLOADED,
    FILE_CHANGED,
    FILE_DELETED
}
