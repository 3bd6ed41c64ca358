package dev.latchkey.tokens;

import dev.latchkey.kernel.Refusal;

/** Why an access token is worth nothing. */
public enum TokenReason implements Refusal.Reason {
    TOKEN_INVALID("This is no access token of this installation. Sign in again."),
    TOKEN_EXPIRED("The access token has ended. Sign in again.");

    private final String sentence;

    TokenReason(String sentence) {
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
