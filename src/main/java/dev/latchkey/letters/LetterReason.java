package dev.latchkey.letters;

import static dev.latchkey.kernel.Wording.unknown;
import static dev.latchkey.kernel.Wording.unprocessable;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Wording;

/** Why a request about a clinic's letters is refused. */
enum LetterReason implements Refusal.Reason {
    LETTER_KIND_NOT_FOUND(unknown("There is no preview of such a letter.")),
    LETTER_TEXT_HAS_LINK(
            unprocessable("Greeting and signature may hold no link and no e-mail address, nor what looks like one:"
                    + " put a blank after each full stop."));

    private final Wording wording;

    LetterReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
