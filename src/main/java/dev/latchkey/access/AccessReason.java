package dev.latchkey.access;

import static dev.latchkey.kernel.Wording.forbidden;
import static dev.latchkey.kernel.Wording.unauthenticated;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Wording;

/** Why the caller is not let in, or not any more. */
public enum AccessReason implements Refusal.Reason {
    SESSION_ENDED(unauthenticated("The session was ended. Sign in again.")),
    SECOND_FACTOR_ENROLMENT_REQUIRED(
            forbidden("Your clinic asks you for a second factor. Enrol one before anything else."));

    private final Wording wording;

    AccessReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
