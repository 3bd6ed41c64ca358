package dev.latchkey.portal;

import static dev.latchkey.kernel.Wording.conflict;
import static dev.latchkey.kernel.Wording.unknown;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Wording;

/** Why a request about a clinic's portal is refused. */
enum PortalReason implements Refusal.Reason {
    SLUG_UNCHANGED(conflict("This is your clinic's slug already. Choose a different one.")),
    FORMER_SLUG_NOT_FOUND(unknown("Your clinic has not given up this slug."));

    private final Wording wording;

    PortalReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
