package dev.latchkey.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Locale;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Why an attempt to send a letter did not succeed. */
enum DeliveryFailure {
    /** The server does not take letters for this recipient. */
    RECIPIENT_REFUSED(true),
    /** The server has seen the letter and does not want it. */
    LETTER_REFUSED(true),
    /** The server does not serve us now: wrong password, unknown sender, too busy. That may pass, or be mended, while we wait. */
    SERVER_REFUSED(false),
    SERVER_UNREACHABLE(false),
    /** The letter could not be made: sealed with another secret, or a fault of ours. */
    UNREADABLE(false);

    private static final int PERMANENT = 500; // RFC 5321, 4.2.1

    private final boolean permanent;

    DeliveryFailure(boolean permanent) {
        this.permanent = permanent;
    }

    static DeliveryFailure of(MessagingException e) {
        if (e instanceof SMTPAddressFailedException refused) {
            return refused.getReturnCode() >= PERMANENT ? RECIPIENT_REFUSED : SERVER_REFUSED;
        }
        if (e.getNextException() instanceof MessagingException next) {
            return of(next);
        }
        if (e instanceof SMTPSendFailedException refused) {
            return refused.getReturnCode() >= PERMANENT && refused.getCommand().equals(".")
                    ? LETTER_REFUSED
                    : SERVER_REFUSED;
        }
        return e instanceof AuthenticationFailedException || e instanceof SMTPSenderFailedException
                ? SERVER_REFUSED
                : SERVER_UNREACHABLE;
    }

    boolean isPermanent() {
        return permanent;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
