package dev.latchkey.kernel;

/** A sealed value cannot be opened: it was sealed with another secret, or is damaged. */
public final class SealedElsewhere extends IllegalStateException {

    SealedElsewhere(String purpose) {
        super("sealed with another secret, or damaged: " + purpose);
    }
}
