package dev.latchkey.standalone;

/** Why standalone cannot start on this machine: one sentence that says what to do. */
public final class StartupException extends RuntimeException {

    StartupException(String sentence) {
        super(sentence, null, false, false);
    }

    StartupException(String sentence, Throwable cause) {
        super(sentence + " (" + cause + ")", cause, false, false);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
