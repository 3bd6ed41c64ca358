package dev.latchkey.loginlinks;

import dev.latchkey.kernel.Refusal;

/** Why the portal's door stays shut. */
public enum LoginReason implements Refusal.Reason {
    LOGIN_LINK_UNKNOWN(Refusal.Kind.UNAUTHENTICATED, "This is no login link of ours. Ask for a new one."),
    LOGIN_LINK_EXPIRED(Refusal.Kind.UNAUTHENTICATED, "This login link is over 15 minutes old. Ask for a new one."),
    LOGIN_LINK_USED(Refusal.Kind.UNAUTHENTICATED, "This login link was already used. Ask for a new one."),
    LOGIN_LINK_SUPERSEDED(
            Refusal.Kind.UNAUTHENTICATED, "A newer login link was sent. Use the one in the newest letter."),
    LOGIN_LINK_REVOKED(Refusal.Kind.UNAUTHENTICATED, "This login link no longer opens anything. Ask the clinic."),
    LOGIN_CODE_WRONG(
            Refusal.Kind.UNAUTHENTICATED,
            "The code is wrong, or no longer good. Follow the link in the letter, or ask for a new one."),
    CHOICE_TOKEN_INVALID(
            Refusal.Kind.UNAUTHENTICATED, "The time to choose a profile is over. Ask for a new login link."),
    PROFILE_REF_UNKNOWN(Refusal.Kind.UNPROCESSABLE, "This is none of the profiles offered. Send one of their refs."),
    PROFILE_NOT_FOUND(
            Refusal.Kind.UNKNOWN, "Your mailbox has no such profile. List the profiles to see which there are."),
    EMAIL_MISMATCH(
            Refusal.Kind.CONFLICT,
            "The client's e-mail is not the one you confirmed. Read the client again, and confirm."),
    CLIENT_WITHOUT_EMAIL(Refusal.Kind.UNPROCESSABLE, "This client has no e-mail. Add one first.");

    private final Refusal.Kind kind;
    private final String sentence;

    LoginReason(Refusal.Kind kind, String sentence) {
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
