package dev.latchkey.mail;

import java.util.UUID;

/** A letter was not queued, for there were too many. Fired at once, whatever becomes of the transaction. */
public record LetterRefused(UUID clinicId) {}
