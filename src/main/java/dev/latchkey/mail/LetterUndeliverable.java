package dev.latchkey.mail;

import dev.latchkey.kernel.EmailAddress;
import java.util.UUID;

/**
 * A letter will never be sent, though it was not withdrawn. Fired in the transaction that gives it up.
 *
 * @param why a {@link Delivery#failure}, or {@code expired} if it was never tried
 */
public record LetterUndeliverable(UUID letterId, UUID clinicId, EmailAddress recipient, String why) {}
