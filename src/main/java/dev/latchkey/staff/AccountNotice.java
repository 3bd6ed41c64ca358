package dev.latchkey.staff;

/** What a letter tells a staff member about their account. */
public enum AccountNotice {
    PASSWORD_CHANGED(Advice.STOLEN),
    SECOND_FACTOR_ENROLLED(Advice.STOLEN),
    SECOND_FACTOR_REMOVED(Advice.STOLEN),
    RECOVERY_CODES_RENEWED(Advice.STOLEN),
    SECURITY_SETTINGS_CHANGED(Advice.STOLEN),
    SUSPENDED(Advice.UNEXPECTED),
    RESTORED(Advice.UNEXPECTED),
    ROLE_CHANGED(Advice.UNEXPECTED),
    OWNERSHIP_CHANGED(Advice.STOLEN),
    OWNER_INVITED(Advice.UNEXPECTED),
    SESSIONS_ENDED(Advice.UNEXPECTED),
    INVITATION_REVOKED(Advice.UNEXPECTED);

    private final Advice advice;

    AccountNotice(Advice advice) {
        this.advice = advice;
    }

    Advice advice() {
        return advice;
    }

    /** What to do if it was not them, or not expected. */
    public enum Advice {
        STOLEN,
        UNEXPECTED
    }
}
