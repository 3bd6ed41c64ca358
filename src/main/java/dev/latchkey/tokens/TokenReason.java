package dev.latchkey.tokens;

import static dev.latchkey.kernel.Wording.unauthenticated;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Wording;

/** Why an access token is refused. */
public enum TokenReason implements Refusal.Reason {
    TOKEN_INVALID(unauthenticated("This is no access token of this installation. Sign in again.")),
    TOKEN_EXPIRED(unauthenticated("The access token has ended. Sign in again."));

    private final Wording wording;

    TokenReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
