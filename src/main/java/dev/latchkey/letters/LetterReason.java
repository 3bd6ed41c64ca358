package dev.latchkey.letters;

import static dev.latchkey.kernel.Wording.unknown;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Wording;

/** Why a request about a clinic's letters is refused. */
enum LetterReason implements Refusal.Reason {
    LETTER_KIND_NOT_FOUND(unknown("There is no preview of such a letter."));

    private final Wording wording;

    LetterReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
