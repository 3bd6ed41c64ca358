package dev.latchkey.secondfactor;

import static dev.latchkey.kernel.Wording.conflict;
import static dev.latchkey.kernel.Wording.guess;
import static dev.latchkey.kernel.Wording.unauthenticated;
import static dev.latchkey.kernel.Wording.unprocessable;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Wording;

/** Why a second factor is not taken. */
public enum FactorReason implements Refusal.Reason {
    SECOND_FACTOR_TOKEN_INVALID(
            guess(unauthenticated("This sign-in is over, or was tried too often. Begin again with the password."))),
    SECOND_FACTOR_CODE_WRONG(
            guess(unprocessable("This code is wrong, too old, or was used before. Wait for the next one of the app."))),
    SECOND_FACTOR_ENROLLED(conflict("You have a second factor already. Remove it to enrol another one.")),
    SECOND_FACTOR_NOT_ENROLLED(conflict("You have no second factor. Start to enrol one first."));

    private final Wording wording;

    FactorReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
