package dev.latchkey.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

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

    static DeliveryFailure of(MessagingException e) {
        if (e instanceof SMTPAddressFailedException) {
            return reply(e).filter(SmtpReply::refusesTheMailbox).isPresent() ? RECIPIENT_REFUSED : SERVER_REFUSED;
        }
        if (e.getNextException() instanceof MessagingException next) {
            return of(next);
        }
        if (e instanceof SMTPSendFailedException refused && refused.getCommand().equals(".")) {
            return reply(e).map(DeliveryFailure::ofTheLetter).orElse(SERVER_REFUSED);
        }
        return e instanceof AuthenticationFailedException || reply(e).isPresent() ? SERVER_REFUSED : SERVER_UNREACHABLE;
    }

    private static DeliveryFailure ofTheLetter(SmtpReply reply) {
        return reply.isPermanent() && !reply.meansUs() ? LETTER_REFUSED : SERVER_REFUSED;
    }

    /** What the server answered, wherever in the library's exceptions it stands. */
    static Optional<SmtpReply> reply(MessagingException e) {
        var inner = e.getNextException() instanceof MessagingException next ? reply(next) : Optional.<SmtpReply>empty();
        return inner.or(() -> SmtpReply.of(e));
    }

    boolean isPermanent() {
        return permanent;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
