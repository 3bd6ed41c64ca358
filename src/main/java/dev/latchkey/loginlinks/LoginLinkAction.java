package dev.latchkey.loginlinks;

import dev.latchkey.audit.AuditAction;

/** What is done with login links before they are redeemed, as the audit trail has it. */
public enum LoginLinkAction implements AuditAction {
    LOGIN_LINK_REQUESTED,
    /** Nothing was sent, because the mailbox had enough, its letters come back, or the portal is off. */
    LOGIN_LINK_SUPPRESSED,
    LOGIN_LINK_SENT,
    /** The mailbox was told that it belongs to no client. */
    NO_CLIENT_RECORD,
    /** Staff sent one. */
    LOGIN_LINK_ORDERED,
    /** Staff confirmed another address than the client's. */
    ADDRESS_MISMATCH,
    /** No mail server took the letter as long as it was of use, or one gave it back. */
    MAIL_FAILED,
    /** Staff looked at the links of one client. */
    LOGIN_LINKS_LISTED
}
