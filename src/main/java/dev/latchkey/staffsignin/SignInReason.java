package dev.latchkey.staffsignin;

import static dev.latchkey.kernel.Wording.guess;
import static dev.latchkey.kernel.Wording.unauthenticated;
import static dev.latchkey.kernel.Wording.unprocessable;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Wording;

/** Why a staff member does not get in. */
enum SignInReason implements Refusal.Reason {
    CREDENTIALS_WRONG(
            guess(unauthenticated("The e-mail or the password is wrong, or the invitation is not yet accepted."))),
    PASSWORD_UNCHANGED(unprocessable("This is the password you have. Take another one; nothing was used up.")),
    PASSWORD_RESET_UNUSABLE(guess(unprocessable(
            "This reset is unknown, used, replaced by a newer one or over 30 minutes old. Ask for a new one.")));

    private final Wording wording;

    SignInReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
