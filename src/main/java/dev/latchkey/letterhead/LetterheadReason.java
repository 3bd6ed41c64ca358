package dev.latchkey.letterhead;

import static dev.latchkey.kernel.Wording.unprocessable;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Wording;

/** Why a clinic's own words are refused. */
enum LetterheadReason implements Refusal.Reason {
    LETTER_TEXT_HAS_LINK(
            unprocessable("What stands in letters may hold no link and no e-mail address, nor what looks like one:"
                    + " put a blank after each full stop."));

    private final Wording wording;

    LetterheadReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
