package dev.latchkey.framework;

import io.vertx.ext.mail.SMTPException;

/** At which command a mail server refused. The Vert.x mail client says so in the first words of its message alone. */
public enum FailedCommand {
    RECIPIENT("recipient address not accepted"),
    LETTER("sending data failed"),
    SIGN_IN("AUTH "),
    /** Greeting, name, sender: what is said before any recipient is named. */
    OTHER("");

    private final String firstWords;

    FailedCommand(String firstWords) {
        this.firstWords = firstWords;
    }

    public static FailedCommand of(SMTPException refusal) {
        var message = String.valueOf(refusal.getMessage());
        for (var command : values()) {
            if (message.startsWith(command.firstWords)) {
                return command;
            }
        }
        return OTHER;
    }
}
