package dev.latchkey.merging;

import static dev.latchkey.kernel.Wording.conflict;
import static dev.latchkey.kernel.Wording.unknown;
import static dev.latchkey.kernel.Wording.unprocessable;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Wording;

/** Why a request about merges is refused. */
enum MergeReason implements Refusal.Reason {
    MERGE_NOT_FOUND(unknown("This client has no such merge.")),
    MERGED_WITH_ITSELF(unprocessable("A client cannot be merged with itself. Name another one.")),
    MERGE_UNDONE(conflict("This merge was undone already.")),
    MERGE_FINAL(conflict("A merge can be undone for 24 hours, and they are over."));

    private final Wording wording;

    MergeReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
