package dev.latchkey.access;

import dev.latchkey.kernel.Refusal;

/** Why a bearer is not let in. */
enum AccessReason implements Refusal.Reason {
    TOKEN_INVALID("This is no access token of this installation. Sign in again."),
    TOKEN_EXPIRED("The access token has ended. Sign in again."),
    SESSION_ENDED("The session was ended. Sign in again.");

    private final String sentence;

    AccessReason(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public Refusal.Kind kind() {
        return Refusal.Kind.UNAUTHENTICATED;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
