package dev.latchkey.mail;

import dev.latchkey.smtp.DeliveryReason;
import dev.latchkey.smtp.SmtpAnswer;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** What the mail server answered at the last attempt: its codes, and what they mean to us. Never its words, for they may quote the recipient. */
@Embeddable
record SmtpCodes(@Nullable String smtpCode, @Nullable String smtpReason) {

    static final SmtpCodes NONE = new SmtpCodes(null, null);

    static SmtpCodes of(SmtpAnswer answer) {
        DeliveryReason reason = answer.reason();
        return new SmtpCodes(answer.codes(), reason == null ? null : reason.code());
    }
}
