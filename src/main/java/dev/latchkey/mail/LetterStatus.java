package dev.latchkey.mail;

import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** How far a letter has come. Only a queued one can still change. */
public enum LetterStatus {
    QUEUED,
    /** The mail server has taken it; whether it reached the mailbox is not known. */
    SENT,
    FAILED,
    /** Its cause was overtaken before it was sent. */
    WITHDRAWN,
    /** It was of no use any more before it could be sent. */
    EXPIRED;

    @EnumeratedValue
    private final String code = name().toLowerCase(Locale.ROOT);

    public String code() {
        return code;
    }

    /** The letter will never be sent, though its cause has not withdrawn it. */
    public boolean isLost() {
        return this == FAILED || this == EXPIRED;
    }
}
