package dev.latchkey.login;

import dev.latchkey.audit.AuditAction;

/** How clients come in, as the audit trail has it. */
public enum LoginAction implements AuditAction {
    LOGIN_LINK_REJECTED,
    /** Rejected, because it had been redeemed before. */
    LOGIN_LINK_REPLAYED,
    PROFILES_LISTED,
    PROFILE_CHOSEN,
    PROFILE_REJECTED,
    PROFILE_SWITCHED
}
