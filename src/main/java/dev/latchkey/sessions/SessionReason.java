package dev.latchkey.sessions;

import static dev.latchkey.kernel.Wording.unauthenticated;
import static dev.latchkey.kernel.Wording.unknown;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Wording;

/** Why a session does not go on. */
enum SessionReason implements Refusal.Reason {
    SESSION_IDLE(
            unauthenticated("Nothing was done for more than 30 minutes, so the session has ended. Sign in again.")),
    REFRESH_TOKEN_INVALID(
            unauthenticated("This is no refresh token of this installation, or none was sent. Sign in again.")),
    REFRESH_REUSED(unauthenticated(
            "This refresh token was used before. In case it was stolen, the session was ended. Sign in again.")),
    SESSION_NOT_FOUND(unknown("You have no such session. List them to see which there are."));

    private final Wording wording;

    SessionReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
