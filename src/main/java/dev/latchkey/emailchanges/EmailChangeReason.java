package dev.latchkey.emailchanges;

import static dev.latchkey.kernel.Wording.guess;
import static dev.latchkey.kernel.Wording.unknown;
import static dev.latchkey.kernel.Wording.unprocessable;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Wording;

/** Why an e-mail is not asked to be confirmed, or is not confirmed. */
enum EmailChangeReason implements Refusal.Reason {
    EMAIL_CHANGE_NOT_FOUND(unknown("This client has no change of e-mail to confirm.")),
    EMAIL_UNCHANGED(unprocessable("The client has this e-mail already. There is nothing to confirm.")),
    /** One answer for every cause: the holder of a letter to a wrong address learns nothing of the record. */
    EMAIL_CONFIRMATION_UNUSABLE(guess(
            unprocessable("This link is unknown, used, withdrawn or over 24 hours old. If you have not just confirmed"
                    + " your e-mail by it, ask the clinic for a new one.")));

    private final Wording wording;

    EmailChangeReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
