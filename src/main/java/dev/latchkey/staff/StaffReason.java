package dev.latchkey.staff;

import dev.latchkey.kernel.Refusal;

/** Why the staff's door stays shut. */
enum StaffReason implements Refusal.Reason {
    CREDENTIALS_WRONG(
            Refusal.Kind.UNAUTHENTICATED,
            "The e-mail or the password is wrong, or the invitation is not yet accepted."),
    PASSWORD_WRONG(Refusal.Kind.UNPROCESSABLE, "This is not your password. Try again, or ask for a reset by mail."),
    INVITATION_UNUSABLE(
            Refusal.Kind.UNPROCESSABLE, "This invitation is unknown, used or over 72 hours old. Ask for a new one."),
    PASSWORD_RESET_UNUSABLE(
            Refusal.Kind.UNPROCESSABLE,
            "This reset is unknown, used, replaced by a newer one or over 30 minutes old. Ask for a new one."),
    STAFF_EMAIL_TAKEN(
            Refusal.Kind.CONFLICT, "This e-mail signs in already, here or at another clinic. Use another one."),
    STAFF_MEMBER_NOT_FOUND(Refusal.Kind.UNKNOWN, "Your clinic has no such staff member.");

    private final Refusal.Kind kind;
    private final String sentence;

    StaffReason(Refusal.Kind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
