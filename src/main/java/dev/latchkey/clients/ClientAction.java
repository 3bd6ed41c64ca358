package dev.latchkey.clients;

import dev.latchkey.audit.AuditAction;

/** What is done with the record of a client, as the audit trail has it. */
public enum ClientAction implements AuditAction {
    CLIENT_CREATED,
    CLIENT_READ,
    CLIENT_CHANGED,
    CLIENT_ARCHIVED,
    CLIENT_RESTORED,
    CLIENT_ADDRESS_CHANGED,
    PORTAL_ACCESS_CHANGED,
    /** Staff ended them. Each session that ended has a line of its own. */
    CLIENT_SESSIONS_ENDED
}
