package dev.latchkey.mail;

import java.util.UUID;

/** A letter was not queued, for there were too many. Fired at once, even if the transaction fails. */
public record LetterRefused(UUID clinicId) {}
