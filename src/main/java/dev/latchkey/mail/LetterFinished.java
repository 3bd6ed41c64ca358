package dev.latchkey.mail;

/** A letter is sent, given up or withdrawn. Fired in the transaction that settles it. */
public record LetterFinished(LetterStatus outcome) {}
