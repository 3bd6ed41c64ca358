package dev.latchkey.bounces;

import dev.latchkey.kernel.EmailAddress;
import java.util.UUID;

/** A letter that a mail server had taken came back. Fired once for each letter, or once more if it turns out to be for good, in the transaction that notes it. */
public record LetterBounced(UUID letterId, UUID clinicId, EmailAddress recipient) {}
