package dev.latchkey.mail;

import dev.latchkey.kernel.EmailAddress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter is sent, given up or withdrawn. Fired in the transaction that settles it.
 *
 * @param recipient null if the letter was to a stranger and withdrawn, and turns out to have been sent nevertheless
 */
public record LetterFinished(
        UUID letterId, UUID clinicId, @Nullable EmailAddress recipient, DeliveryReport report) {

    public Delivery delivery() {
        return report.delivery();
    }
}
