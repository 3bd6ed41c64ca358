package dev.latchkey.bounces;

import static dev.latchkey.kernel.Wording.conflict;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Wording;

/** Why no letter is sent, for others came back. */
public enum BounceReason implements Refusal.Reason {
    ADDRESS_BOUNCED(
            conflict("A letter to this e-mail came back. Correct the e-mail, or clear its flag if the mailbox works."));

    private final Wording wording;

    BounceReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
