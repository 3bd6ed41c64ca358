package dev.latchkey.mail;

/** A letter waits no more. Fired in the transaction that settles it. */
public record LetterFinished(LetterStatus outcome) {}
