package dev.latchkey.clients;

import static dev.latchkey.kernel.Wording.conflict;
import static dev.latchkey.kernel.Wording.unknown;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Wording;

/** Why a request about clients is refused. */
enum ClientReason implements Refusal.Reason {
    CLIENT_NOT_FOUND(unknown("Your clinic has no such client.")),
    CLIENT_ARCHIVED(conflict("This client is archived. Restore the client first.")),
    PORTAL_ACCESS_OFF(conflict("This client's access to the portal is switched off. Switch it on first.")),
    CLIENT_MERGED(conflict("This record was merged into another. Use that one, or undo the merge.")),
    EXTERNAL_ID_TAKEN(conflict("Another client of the clinic has this externalId."));

    private final Wording wording;

    ClientReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
