package dev.latchkey.profile;

import static dev.latchkey.kernel.Wording.forbidden;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Wording;

/** Why a client is not shown something of the portal. */
enum ProfileReason implements Refusal.Reason {
    PORTAL_SECTION_OFF(forbidden("Your clinic does not show this on its portal. Ask the clinic."));

    private final Wording wording;

    ProfileReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
