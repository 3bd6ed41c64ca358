package dev.latchkey.staff;

import dev.latchkey.http.WebReason;
import dev.latchkey.kernel.Refusal;

/** Why the staff's door stays shut. */
public enum StaffReason implements Refusal.Reason {
    CREDENTIALS_WRONG(
            Refusal.Kind.UNAUTHENTICATED,
            "The e-mail or the password is wrong, or the invitation is not yet accepted."),
    MEMBER_SUSPENDED(Refusal.Kind.FORBIDDEN, "Your clinic has suspended your account. Ask an owner of the clinic."),
    PASSWORD_WRONG(Refusal.Kind.UNPROCESSABLE, "This is not your password. Try again, or ask for a reset by mail."),
    PASSWORD_COMMON(
            Refusal.Kind.UNPROCESSABLE,
            "This password is among the first that are guessed. Take another one, such as a sentence of your own;"
                    + " nothing was used up."),
    PASSWORD_PERSONAL(
            Refusal.Kind.UNPROCESSABLE,
            "This password is little more than your name, your e-mail or the clinic's name. Take another one; nothing"
                    + " was used up."),
    PASSWORD_UNCHANGED(
            Refusal.Kind.UNPROCESSABLE, "This is the password you have. Take another one; nothing was used up."),
    INVITATION_UNUSABLE(
            Refusal.Kind.UNPROCESSABLE, "This invitation is unknown, used or over 72 hours old. Ask for a new one."),
    PASSWORD_RESET_UNUSABLE(
            Refusal.Kind.UNPROCESSABLE,
            "This reset is unknown, used, replaced by a newer one or over 30 minutes old. Ask for a new one."),
    SECOND_FACTOR_TOKEN_INVALID(
            Refusal.Kind.UNAUTHENTICATED,
            "This sign-in is over, or was tried too often. Begin again with the password."),
    SECOND_FACTOR_CODE_WRONG(
            Refusal.Kind.UNPROCESSABLE,
            "This code is wrong, too old, or was used before. Wait for the next one of the app."),
    SECOND_FACTOR_ENROLLED(Refusal.Kind.CONFLICT, "You have a second factor already. Remove it to enrol another one."),
    SECOND_FACTOR_NOT_ENROLLED(Refusal.Kind.CONFLICT, "You have no second factor. Start to enrol one first."),
    /** The code of any other limit, for what a program does about it is the same. */
    TOO_MANY_STRANGERS(
            Refusal.Kind.TOO_MANY,
            "Too many wrong passwords were tried for this e-mail. Sign in with a browser that you have used before, or"
                    + " set a new password by mail.") {

        @Override
        public String code() {
            return WebReason.TOO_MANY_REQUESTS.code();
        }
    },
    STAFF_EMAIL_TAKEN(
            Refusal.Kind.CONFLICT, "This e-mail signs in already, here or at another clinic. Use another one."),
    OWN_MEMBERSHIP(
            Refusal.Kind.CONFLICT, "You cannot do this to yourself. Hand ownership on instead, or ask another owner."),
    STAFF_MEMBER_INVITED(
            Refusal.Kind.CONFLICT, "This staff member has not accepted the invitation yet. You can only revoke it."),
    STAFF_MEMBER_INVITED_OTHERWISE(
            Refusal.Kind.CONFLICT,
            "This e-mail is invited already, with another role. Invite it with the same one, or change the role."),
    STAFF_MEMBER_SUSPENDED(Refusal.Kind.CONFLICT, "This staff member is suspended. Restore them first."),
    INVITATION_ACCEPTED(
            Refusal.Kind.CONFLICT, "This staff member has accepted the invitation. Suspend them if they are to leave."),
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
