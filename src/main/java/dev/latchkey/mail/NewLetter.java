package dev.latchkey.mail;

import dev.latchkey.kernel.EmailAddress;
import java.util.UUID;

/** A letter to be queued. */
public record NewLetter(UUID clinicId, EmailAddress recipient, LetterContent content) {}
