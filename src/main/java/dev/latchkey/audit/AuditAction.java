package dev.latchkey.audit;

import java.util.Locale;

/** The acts that the audit trail records. */
public enum AuditAction {
    LOGIN_LINK_REQUESTED,
    /** Nothing was sent, for the mailbox had enough. */
    LOGIN_LINK_SUPPRESSED,
    LOGIN_LINK_SENT,
    /** The mailbox was told that it is no client's. */
    NO_CLIENT_RECORD,
    /** Staff sent one. */
    LOGIN_LINK_ORDERED,
    /** Staff confirmed another address than the client's. */
    ADDRESS_MISMATCH,
    /** No mail server took it as long as it was of use. */
    MAIL_FAILED,
    LOGIN_LINK_REDEEMED,
    LOGIN_LINK_REJECTED,
    /** Rejected, for it had been redeemed before. */
    LOGIN_LINK_REPLAYED,
    PROFILES_LISTED,
    PROFILE_CHOSEN,
    PROFILE_REJECTED,
    PROFILE_SWITCHED,
    SESSION_OPENED,
    SESSION_REFRESHED,
    SESSION_ENDED,
    REFRESH_REUSED,
    /** Refused, for it was too much. */
    LIMITED,
    /** A key was made that signs access tokens from now, or a day later. */
    KEY_ROTATED,
    /** A backup was restored: every session, link and code of before has ended. */
    BACKUP_RESTORED,
    STAFF_SIGN_IN_FAILED,
    STAFF_INVITED,
    INVITATION_ACCEPTED,
    INVITATION_REVOKED,
    STAFF_SUSPENDED,
    STAFF_RESTORED,
    /** The reason is the role they now have. */
    STAFF_ROLE_CHANGED,
    /** The same of who is an owner now, or no longer. */
    OWNERSHIP_CHANGED,
    PASSWORD_CHANGED,
    /** A signed-in member was asked for it once more. */
    PASSWORD_REJECTED,
    PASSWORD_RESET_SENT,
    PASSWORD_RESET_USED,
    SECOND_FACTOR_ENROLLED,
    SECOND_FACTOR_REMOVED,
    /** A code of the app, or a recovery code. */
    SECOND_FACTOR_REJECTED,
    RECOVERY_CODES_RENEWED,
    SECURITY_SETTINGS_CHANGED,
    CLINIC_OPENED,
    LOCATION_CREATED,
    LOCATION_CHANGED,
    PRACTITIONER_CREATED,
    PRACTITIONER_CHANGED,
    SERVICE_CREATED,
    SERVICE_CHANGED,
    CLIENT_CREATED,
    CLIENT_READ,
    CLIENT_CHANGED,
    CLIENT_ARCHIVED,
    CLIENT_RESTORED,
    CLIENT_ADDRESS_CHANGED,
    /** By staff; what became of each session is a line of its own. */
    CLIENT_SESSIONS_ENDED,
    /** Of one client, and so on. */
    LOGIN_LINKS_LISTED,
    APPOINTMENT_CREATED,
    APPOINTMENTS_LISTED,
    APPOINTMENT_READ,
    APPOINTMENT_CHANGED,
    APPOINTMENT_CANCELLED,
    INVOICE_CREATED,
    INVOICES_LISTED,
    INVOICE_READ,
    INVOICE_CHANGED,
    INVOICE_FINALISED,
    INVOICE_PAID,
    INVOICE_VOIDED,
    FILE_UPLOADED,
    FILES_LISTED,
    FILE_READ,
    /** Of one that is asked for in parts, the first part in ten minutes. */
    FILE_DOWNLOADED,
    FILE_CHANGED,
    FILE_DELETED,
    /** The caller has no right to what they called. */
    RIGHT_REFUSED;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
