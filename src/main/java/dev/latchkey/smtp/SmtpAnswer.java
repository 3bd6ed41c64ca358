package dev.latchkey.smtp;

import org.jspecify.annotations.Nullable;

/**
 * What has become of a letter, and what the server said.
 *
 * @param codes what it answered, such as {@code 550 5.1.1}; null where it said nothing of this letter, or took it
 * @param reason null with the codes
 */
public record SmtpAnswer(
        Outcome outcome, @Nullable String codes, @Nullable DeliveryReason reason) {

    static final SmtpAnswer UNTRIED = of(SmtpAttempt.UNTRIED);

    static SmtpAnswer of(SmtpAttempt attempt) {
        return attempt.reply()
                .map(reply -> new SmtpAnswer(attempt.outcome(), reply.codes(), reply.reason(attempt.outcome())))
                .orElseGet(() -> new SmtpAnswer(attempt.outcome(), null, null));
    }
}
