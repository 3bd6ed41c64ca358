package dev.latchkey.batches;

import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** How far a batch has come with one of its clients. */
enum RecipientStatus {
    WAITING,
    /** A link was sent to the client's mailbox; what became of it stands with the link. */
    SENT,
    LEFT_OUT,
    /** The batch was cancelled before the client's turn. */
    CANCELLED;

    static final String CODES = "waiting|sent|left-out|cancelled";

    @EnumeratedValue
    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    static RecipientStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String code() {
        return code;
    }
}
