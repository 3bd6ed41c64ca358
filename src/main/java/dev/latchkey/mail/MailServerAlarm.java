package dev.latchkey.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Tells the operator that the mail server refuses us: each refusal counts, and one that repeats itself is logged once. */
@ApplicationScoped
class MailServerAlarm {

    private static final Logger LOG = Logger.getLogger(MailServerAlarm.class);
    private static final String NONE = "";

    private final Event<MailServerRefused> refused;
    private final AtomicReference<String> last = new AtomicReference<>(NONE);

    MailServerAlarm(Event<MailServerRefused> refused) {
        this.refused = refused;
    }

    void hear(DeliveryFailure why, MessagingException e) {
        var reply = DeliveryFailure.reply(e);
        var isSignIn = e instanceof AuthenticationFailedException;
        if (why != DeliveryFailure.SERVER_REFUSED
                || !reply.map(SmtpReply::isPermanent).orElse(isSignIn)) {
            return;
        }
        var codes = reply.map(SmtpReply::codes).orElse("535");
        refused.fire(new MailServerRefused(codes));
        if (!last.getAndSet(codes).equals(codes)) {
            LOG.errorf(
                    "The mail server refuses Latchkey itself (it answered %s%s), so letters wait: look into its log, and at"
                            + " QUARKUS_MAILER_FROM, QUARKUS_MAILER_USERNAME, QUARKUS_MAILER_PASSWORD and LATCHKEY_MAIL_EHLO_NAME.",
                    codes, isSignIn ? " when it was told the user and the password" : "");
        }
    }

    /** A letter was taken. */
    void end() {
        if (!last.getAndSet(NONE).equals(NONE)) {
            LOG.info("The mail server takes letters again.");
        }
    }
}
