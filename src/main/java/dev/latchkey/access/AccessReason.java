package dev.latchkey.access;

import dev.latchkey.kernel.Refusal;

/** Why somebody is not let in, or not any more. */
public enum AccessReason implements Refusal.Reason {
    SESSION_ENDED("The session was ended. Sign in again."),
    SESSION_IDLE("Nothing was done for more than 30 minutes, so the session has ended. Sign in again."),
    REFRESH_TOKEN_INVALID("This is no refresh token of this installation, or none was sent. Sign in again."),
    REFRESH_REUSED("This refresh token was used before. In case it was stolen, the session was ended. Sign in again."),
    SECOND_FACTOR_ENROLMENT_REQUIRED(
            Refusal.Kind.FORBIDDEN, "Your clinic asks you for a second factor. Enrol one before anything else."),
    SESSION_NOT_FOUND(Refusal.Kind.UNKNOWN, "You have no such session. List them to see which there are.");

    private final Refusal.Kind kind;
    private final String sentence;

    AccessReason(String sentence) {
        this(Refusal.Kind.UNAUTHENTICATED, sentence);
    }

    AccessReason(Refusal.Kind kind, String sentence) {
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
