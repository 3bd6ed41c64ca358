package dev.latchkey.branding;

import static dev.latchkey.kernel.Wording.tooLarge;
import static dev.latchkey.kernel.Wording.unknown;
import static dev.latchkey.kernel.Wording.unprocessable;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Wording;

/** Why a request about the pictures of a location is refused. */
enum BrandingReason implements Refusal.Reason {
    PICTURE_NOT_FOUND(unknown("There is no such picture. A location has a logo, an image, or neither.")),
    PICTURE_UNREADABLE(
            unprocessable("Send a PNG, a JPEG, or a WebP that is lossy and opaque, of one picture that stands still.")),
    PICTURE_TOO_LARGE(
            tooLarge(
                    "A picture may have 2 MB, 4096 pixels a side and 12.5 million in all (a WebP 4). Make it smaller and send it again."));

    private final Wording wording;

    BrandingReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
