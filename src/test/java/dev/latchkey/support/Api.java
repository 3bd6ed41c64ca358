package dev.latchkey.support;

/** The paths of the API. No test outside this package writes one out, but for those about a path itself. */
public final class Api {

    public static final String V1 = "/v1";
    public static final String APPOINTMENTS = "/v1/appointments";
    public static final String EMAIL_CONFIRMATIONS = "/v1/email-confirmations";
    public static final String FILES = "/v1/files";
    public static final String INVOICES = "/v1/invoices";
    public static final String RENEWALS = "/v1/login-links/renewals";
    public static final String ME = "/v1/me";
    public static final String MY_PROFILES = "/v1/me/profiles";
    public static final String OPERATOR_AUDIT_EVENTS = "/v1/operator/audit-events";
    public static final String OPERATOR = "/v1/operator";
    public static final String CLINICS = "/v1/operator/clinics";
    public static final String LOGIN_LINKS = "/v1/staff/login-links";
    public static final String MAIL_EVENTS = "/v1/operator/mail-events";
    public static final String DSN = "/v1/operator/mail-events/dsn";
    public static final String PORTALS = "/v1/portals";
    public static final String SESSIONS = "/v1/sessions";
    public static final String CURRENT_SESSION = "/v1/sessions/current";
    public static final String SWITCHING = "/v1/sessions/current/profile";
    public static final String PROFILE_CHOICE = "/v1/sessions/profile-choice";
    public static final String REFRESHING = "/v1/sessions/refresh";
    public static final String STAFF = "/v1/staff";
    public static final String STAFF_APPOINTMENTS = "/v1/staff/appointments";
    public static final String AUDIT_EVENTS = "/v1/staff/audit-events";
    public static final String CLIENTS = "/v1/staff/clients";
    public static final String CLINIC = "/v1/staff/clinic";
    public static final String STAFF_FILES = "/v1/staff/files";
    public static final String ACCEPTANCE = "/v1/staff/invitations/acceptance";
    public static final String STAFF_INVOICES = "/v1/staff/invoices";
    public static final String LETTER_PREVIEWS = "/v1/staff/letter-previews";
    public static final String LETTER_SETTINGS = "/v1/staff/letter-settings";
    public static final String LINK_BATCHES = "/v1/staff/login-link-batches";
    public static final String LINK_BATCH_PREVIEWS = "/v1/staff/login-link-batch-previews";
    public static final String LOCATIONS = "/v1/staff/locations";
    public static final String STAFF_ME = "/v1/staff/me";
    public static final String PASSWORD = "/v1/staff/me/password";
    public static final String SECOND_FACTOR = "/v1/staff/me/second-factor";
    public static final String MEMBERS = "/v1/staff/members";
    public static final String OWNERSHIP_TRANSFERS = "/v1/staff/ownership-transfers";
    public static final String RESETS = "/v1/staff/password-resets";
    public static final String RESET_COMPLETION = "/v1/staff/password-resets/completion";
    public static final String PORTAL_LINK = "/v1/staff/portal-link";
    public static final String PORTAL_SETTINGS = "/v1/staff/portal-settings";
    public static final String PORTAL_ROTATIONS = "/v1/staff/portal-link/rotations";
    public static final String FORMER_SLUGS = "/v1/staff/portal-link/former-slugs";
    public static final String PRACTITIONERS = "/v1/staff/practitioners";
    public static final String SECURITY_SETTINGS = "/v1/staff/security-settings";
    public static final String SERVICES = "/v1/staff/services";
    public static final String STAFF_SESSIONS = "/v1/staff/sessions";
    public static final String CURRENT_STAFF_SESSION = "/v1/staff/sessions/current";
    public static final String STAFF_REFRESHING = "/v1/staff/sessions/refresh";
    public static final String STAFF_CODE = "/v1/staff/sessions/second-factor";

    private Api() {}

    public static String picture(String locationId, String kind) {
        return LOCATIONS + "/" + locationId + "/pictures/" + kind;
    }

    /** The same for anyone. */
    public static String shownPicture(String slug, String locationId, String kind) {
        return PORTALS + "/" + slug + "/locations/" + locationId + "/pictures/" + kind;
    }
}
