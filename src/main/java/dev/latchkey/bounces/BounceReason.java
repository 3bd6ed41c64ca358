package dev.latchkey.bounces;

import static dev.latchkey.kernel.Wording.conflict;
import static dev.latchkey.kernel.Wording.unauthenticated;
import static dev.latchkey.kernel.Wording.unprocessable;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Wording;

/** Why no letter is sent where others came back, and why what is said of one that did is not taken in. */
public enum BounceReason implements Refusal.Reason {
    ADDRESS_BOUNCED(
            conflict("A letter to this e-mail came back. Correct the e-mail, or clear its flag if the mailbox works.")),
    SIGNATURE_INVALID(
            unauthenticated(
                    "The signature is missing, wrong, or five minutes old. Sign the time and the body with LATCHKEY_MAIL_EVENTS_SECRET.")),
    DSN_UNREADABLE(
            unprocessable(
                    "This is no delivery status notification (RFC 3464). Send the whole message that came back, headers and all."));

    private final Wording wording;

    BounceReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
