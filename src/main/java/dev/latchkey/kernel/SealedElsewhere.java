package dev.latchkey.kernel;

/** What was to be opened was sealed with another secret, or is damaged. */
public final class SealedElsewhere extends IllegalStateException {

    SealedElsewhere(String purpose) {
        super("sealed with another secret, or damaged: " + purpose);
    }
}
