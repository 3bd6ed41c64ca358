package dev.latchkey.mail;

import dev.latchkey.kernel.EmailAddress;
import java.util.UUID;

/**
 * A letter to be queued.
 *
 * @param isBulk one of many that staff have sent at once: it waits behind all that a person waits for, and counts by itself
 */
public record NewLetter(UUID clinicId, EmailAddress recipient, LetterContent content, boolean isBulk) {

    public NewLetter(UUID clinicId, EmailAddress recipient, LetterContent content) {
        this(clinicId, recipient, content, false);
    }

    boolean isUrgent() {
        return content.isUrgent() && !isBulk;
    }
}
