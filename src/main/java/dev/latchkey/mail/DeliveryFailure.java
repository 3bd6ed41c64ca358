package dev.latchkey.mail;

import dev.latchkey.smtp.Outcome;
import java.util.Locale;
import java.util.Optional;

/** Why an attempt to send a letter did not succeed. */
enum DeliveryFailure {
    /** The server does not take letters for this recipient. */
    RECIPIENT_REFUSED(true),
    /** The server has seen the letter and does not want it. */
    LETTER_REFUSED(true),
    /** The server does not serve us now: wrong password, unknown name or sender, no relay for us, too busy. That may pass, or be mended, while we wait. */
    SERVER_REFUSED(false),
    SERVER_UNREACHABLE(false),
    /** The letter could not be made: sealed with another secret, or a fault of ours. */
    UNREADABLE(false);

    private final boolean permanent;

    DeliveryFailure(boolean permanent) {
        this.permanent = permanent;
    }

    static Optional<DeliveryFailure> of(Outcome outcome) {
        return switch (outcome) {
            case TAKEN -> Optional.empty();
            case RECIPIENT_REFUSED -> Optional.of(RECIPIENT_REFUSED);
            case LETTER_REFUSED -> Optional.of(LETTER_REFUSED);
            case SERVER_REFUSED -> Optional.of(SERVER_REFUSED);
            case SERVER_UNREACHABLE -> Optional.of(SERVER_UNREACHABLE);
            case UNTRIED -> throw new IllegalArgumentException("it was not its turn");
        };
    }

    boolean isPermanent() {
        return permanent;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
