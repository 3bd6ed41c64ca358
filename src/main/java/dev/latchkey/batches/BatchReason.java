package dev.latchkey.batches;

import static dev.latchkey.kernel.Wording.conflict;
import static dev.latchkey.kernel.Wording.unknown;
import static dev.latchkey.kernel.Wording.unprocessable;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Wording;

/** Why a request about batches of login links is refused. */
enum BatchReason implements Refusal.Reason {
    BATCH_NOT_FOUND(unknown("Your clinic has no such batch.")),
    BATCH_RUNNING(conflict("A batch of your clinic is still running. Wait for its end, or cancel it.")),
    BATCH_EMPTY(unprocessable("None of these clients would be sent a link. The preview says why.")),
    BATCH_TOO_LARGE(
            unprocessable("These are more than 20,000 clients. Take the first of them with atMost, or name some."));

    private final Wording wording;

    BatchReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
