package dev.latchkey.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
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

    void hear(SmtpAttempt attempt) {
        if (attempt.isTaken()) {
            end();
        } else if (attempt.outcome() == Outcome.SERVER_REFUSED) {
            attempt.reply().filter(SmtpReply::isPermanent).ifPresent(reply -> raise(reply.codes(), attempt.isSignIn()));
        }
    }

    private void raise(String codes, boolean isSignIn) {
        refused.fire(new MailServerRefused(codes));
        if (!last.getAndSet(codes).equals(codes)) {
            LOG.errorf(
                    "The mail server refuses Latchkey itself (it answered %s%s), so letters wait: look into its log, and at"
                            + " QUARKUS_MAILER_FROM, QUARKUS_MAILER_USERNAME, QUARKUS_MAILER_PASSWORD and QUARKUS_MAILER_OWN_HOST_NAME.",
                    codes, isSignIn ? " when it was told the user and the password" : "");
        }
    }

    private void end() {
        if (!last.getAndSet(NONE).equals(NONE)) {
            LOG.info("The mail server takes letters again.");
        }
    }
}
