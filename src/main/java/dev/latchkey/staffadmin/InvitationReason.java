package dev.latchkey.staffadmin;

import static dev.latchkey.kernel.Wording.unprocessable;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Wording;

/** Why an invitation is not accepted. */
enum InvitationReason implements Refusal.Reason {
    INVITATION_UNUSABLE(unprocessable("This invitation is unknown, used or over 72 hours old. Ask for a new one."));

    private final Wording wording;

    InvitationReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
