package dev.latchkey.mail;

import java.util.UUID;

/**
 * Fired, in the transaction that notes it, when sending a letter has come to its end: it was sent, has failed, or has expired. Not
 * fired for one that was withdrawn, for whoever withdrew it knows. An observer that throws causes the letter to be sent again.
 */
public record LetterSettled(UUID letterId, UUID clinicId, Delivery delivery) {}
