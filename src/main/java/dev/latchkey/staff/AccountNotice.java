package dev.latchkey.staff;

/** What a letter tells a staff member about their account. {@code %1$s} is the clinic's name, {@code %2$s} the role they now have. */
public enum AccountNotice {
    PASSWORD_CHANGED(
            "Your password was changed",
            "The password of your staff account at %1$s was changed. You were signed out everywhere else.",
            Advice.STOLEN),
    SECOND_FACTOR_ENROLLED(
            "A second factor was added",
            "An authenticator app was added to your staff account at %1$s. From now on you sign in with a code of it.",
            Advice.STOLEN),
    SECOND_FACTOR_REMOVED(
            "Your second factor was removed",
            "The second factor of your staff account at %1$s was removed. You sign in with the password alone.",
            Advice.STOLEN),
    RECOVERY_CODES_RENEWED(
            "Your recovery codes were renewed",
            "Your staff account at %1$s has new recovery codes. The ones you had before no longer work.",
            Advice.STOLEN),
    SECURITY_SETTINGS_CHANGED(
            "You changed the security settings",
            "You changed what %1$s asks of its staff when they sign in.",
            Advice.STOLEN),
    SUSPENDED(
            "Your account was suspended",
            "An owner of %1$s has suspended your staff account. You were signed out everywhere and cannot sign in.",
            Advice.UNEXPECTED),
    RESTORED(
            "Your account was restored",
            "An owner of %1$s has restored your staff account. You can sign in with the password you had.",
            Advice.UNEXPECTED),
    ROLE_CHANGED("Your role was changed", "Your role at %1$s is now: %2$s. It counts from now on.", Advice.UNEXPECTED),
    OWNERSHIP_CHANGED(
            "You changed who owns your clinic",
            "You changed which staff members are owners of %1$s. They were told by letter.",
            Advice.STOLEN),
    OWNER_INVITED(
            "Another owner was invited",
            "Another person was invited to be an owner of %1$s, too. You see in the list of its staff who it is.",
            Advice.UNEXPECTED),
    SESSIONS_ENDED(
            "You were signed out",
            "An owner of %1$s has ended all sessions of your staff account. You can sign in again.",
            Advice.UNEXPECTED),
    INVITATION_REVOKED(
            "Your invitation was withdrawn",
            "%1$s has withdrawn its invitation to join the staff. The link you were sent no longer works.",
            Advice.UNEXPECTED);

    private final String subject;
    private final String happened;
    private final String advice;

    AccountNotice(String subject, String happened, String advice) {
        this.subject = subject;
        this.happened = happened;
        this.advice = advice;
    }

    String subject() {
        return subject;
    }

    String happened(String clinicName, String role) {
        return happened.formatted(clinicName, role);
    }

    String advice() {
        return advice;
    }

    private static final class Advice {

        static final String STOLEN = "If this was not you, ask for a new password on the sign-in page at once,"
                + " and tell an owner of the clinic.";
        static final String UNEXPECTED = "If you did not expect this, ask an owner of the clinic.";
    }
}
