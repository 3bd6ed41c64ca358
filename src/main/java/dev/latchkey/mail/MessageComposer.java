package dev.latchkey.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.kernel.EmailAddress;
import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import java.util.regex.Pattern;

/** Makes an e-mail of what a letter says: plain text and HTML, from the clinic's name at the installation's address. */
@ApplicationScoped
class MessageComposer {

    /**
     * What could end a header, quote its way out of a display name, or turn the direction of its text; but not the joiners, with which names are spelled in
     * Persian.
     */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\"\\\\<>\\p{Cf}&&[^\u200c\u200d]]+");

    private final Engine templates;
    private final LetterKinds kinds;
    private final MailSettings settings;
    private final Clock clock;

    MessageComposer(Engine templates, LetterKinds kinds, MailSettings settings, Clock clock) {
        this.templates = templates;
        this.kinds = kinds;
        this.settings = settings;
        this.clock = clock;
    }

    MimeMessage compose(UUID letterId, EmailAddress recipient, LetterContent content) throws MessagingException {
        var message = new IdentifiedMessage("<" + letterId + "@" + domain(settings.from()) + ">");
        message.setFrom(sender(content.clinicName()));
        message.setRecipient(RecipientType.TO, new InternetAddress(recipient.address()));
        message.setSubject(oneLine(content.subject()), UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no holiday note shall answer
        message.setContent(new MimeMultipart(
                "alternative",
                part(content, "txt", "plain"),
                part(content, "html", "html"))); // the best one last, RFC 2046
        message.saveChanges();
        return message;
    }

    private InternetAddress sender(String clinicName) {
        try {
            return new InternetAddress(settings.from().address(), oneLine(clinicName), UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
    }

    private MimeBodyPart part(LetterContent content, String suffix, String subtype) throws MessagingException {
        var template = templates.getTemplate(kinds.get(content).template() + "." + suffix);
        var part = new MimeBodyPart();
        part.setText(template.data("letter", content).render(), UTF_8.name(), subtype);
        return part;
    }

    private static String domain(EmailAddress address) {
        return address.address().substring(address.address().indexOf('@') + 1);
    }

    private static String oneLine(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    }

    /** Keeps the id it is given; Jakarta Mail would make a new one with every attempt. */
    private static final class IdentifiedMessage extends MimeMessage {

        private final String messageId;

        IdentifiedMessage(String messageId) {
            super((Session) null);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
