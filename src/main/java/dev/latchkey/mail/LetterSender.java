package dev.latchkey.mail;

import dev.latchkey.mail.MailSettings.StartTls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jboss.logging.Logger;

/** Talks to the mail server (SMTP, RFC 5321): one connection and one conversation for each letter. */
@ApplicationScoped
class LetterSender {

    private static final Logger LOG = Logger.getLogger(LetterSender.class);

    private final SealedLetterContent sealedContent;
    private final MessageComposer composer;
    private final MailSettings settings;
    private final MailServerAlarm alarm;
    private final Session session;

    LetterSender(
            SealedLetterContent sealedContent,
            MessageComposer composer,
            MailSettings settings,
            MailServerAlarm alarm,
            EhloName ehloName) {
        this.sealedContent = sealedContent;
        this.composer = composer;
        this.settings = settings;
        this.alarm = alarm;
        this.session = Session.getInstance(properties(settings, ehloName.get()));
    }

    /** Why the letter was not taken, or nothing if it was. */
    Optional<DeliveryFailure> deliver(Letter letter) {
        try {
            var content = sealedContent.open(Objects.requireNonNull(letter.content()));
            send(composer.compose(letter.id(), letter.recipient(), content));
            alarm.end();
            return Optional.empty();
        } catch (MessagingException e) {
            var why = DeliveryFailure.of(e); // the message would name the recipient, and so is not logged
            alarm.hear(why, e);
            return Optional.of(why);
        } catch (RuntimeException e) {
            LOG.errorf(e, "letter %s could not be made", letter.id());
            return Optional.of(DeliveryFailure.UNREADABLE);
        }
    }

    private void send(MimeMessage message) throws MessagingException {
        var transport = session.getTransport("smtp");
        try {
            transport.connect(
                    settings.host(),
                    settings.port(),
                    settings.username().orElse(null),
                    settings.password().orElse(null));
            transport.sendMessage(message, message.getAllRecipients());
        } finally {
            hangUp(transport);
        }
    }

    private static Properties properties(MailSettings settings, String ehloName) {
        var timeout = String.valueOf(settings.timeout().toMillis());
        var properties = new Properties();
        properties.setProperty("mail.smtp.from", settings.from().address());
        properties.setProperty("mail.smtp.localhost", ehloName);
        properties.setProperty(
                "mail.smtp.auth", String.valueOf(settings.username().isPresent()));
        properties.setProperty("mail.smtp.connectiontimeout", timeout);
        properties.setProperty("mail.smtp.timeout", timeout);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(settings.tls()));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(settings.startTls() != StartTls.DISABLED));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(settings.startTls() == StartTls.REQUIRED));
        return properties;
    }

    /** A farewell that fails must not count: the server may have taken the letter already. */
    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("the mail server did not wait for the farewell");
        }
    }
}
