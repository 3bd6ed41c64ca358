package dev.latchkey.staffadmin;

import dev.latchkey.audit.AuditAction;

/** What owners do about staff, as the audit trail has it. */
enum StaffAdminAction implements AuditAction {
    STAFF_INVITED,
    INVITATION_ACCEPTED,
    INVITATION_REVOKED,
    STAFF_SUSPENDED,
    STAFF_RESTORED,
    /** The reason is the role they now have. */
    STAFF_ROLE_CHANGED,
    /** The same of a member who became an owner, or is one no longer. */
    OWNERSHIP_CHANGED
}
