package dev.latchkey.files;

import static dev.latchkey.kernel.Wording.conflict;
import static dev.latchkey.kernel.Wording.unknown;
import static dev.latchkey.kernel.Wording.unprocessable;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Wording;

/** Why a request about files is refused. */
enum FileReason implements Refusal.Reason {
    FILE_NOT_FOUND(unknown("There is no such file, or it is not shared.")),
    FILE_EMPTY(unprocessable("The file has no content. Choose another one.")),
    FILE_NAME_INVALID(
            unprocessable(
                    "A file name is 1 to 255 characters, without slashes, backslashes and control characters. Rename the file.")),
    FILE_OF_CLIENT(conflict("The client's own files are for the clinic to read, not to change."));

    private final Wording wording;

    FileReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
