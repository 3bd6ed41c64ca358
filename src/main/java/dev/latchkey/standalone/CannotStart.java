package dev.latchkey.standalone;

/** Why standalone cannot begin on this machine: one sentence that says what to do. */
public final class CannotStart extends RuntimeException {

    CannotStart(String sentence) {
        super(sentence, null, false, false);
    }

    CannotStart(String sentence, Throwable cause) {
        super(sentence + " (" + cause + ")", cause, false, false);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
