package dev.latchkey.mail;

import dev.latchkey.smtp.SmtpAnswer;
import java.util.Optional;

/**
 * What came of one attempt to send a letter.
 *
 * @param failure nothing if the mail server has taken it
 */
record Attempt(Optional<DeliveryFailure> failure, SmtpCodes answer) {

    static final Attempt UNREADABLE = new Attempt(Optional.of(DeliveryFailure.UNREADABLE), SmtpCodes.NONE);

    static Attempt of(SmtpAnswer answer) {
        return new Attempt(DeliveryFailure.of(answer.outcome()), SmtpCodes.of(answer));
    }
}
