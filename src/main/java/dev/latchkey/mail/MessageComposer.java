package dev.latchkey.mail;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.smtp.HeaderText;
import dev.latchkey.smtp.MailServerSettings;
import dev.latchkey.smtp.MimeBody;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Makes an e-mail of what a letter says: plain text and HTML, from the clinic's name at the installation's address. Answers go to the clinic's
 * own address, if it has told one.
 */
@ApplicationScoped
class MessageComposer {

    /**
     * What could end a header, quote its way out of a display name, or turn the direction of its text; but not the joiners, with which names are spelled in
     * Persian.
     */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\"\\\\<>\\p{Cf}&&[^\u200c\u200d]]+");

    /** The same, but for the isolates around a name that is written from right to left. */
    private static final Pattern UNPRINTABLE_IN_SUBJECT =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\"\\\\<>\\p{Cf}&&[^\u200c\u200d\u2068\u2069]]+");

    /** RFC 5322, 3.3. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final RenderingLetter rendering;
    private final MailServerSettings settings;
    private final Clock clock;

    MessageComposer(RenderingLetter rendering, MailServerSettings settings, Clock clock) {
        this.rendering = rendering;
        this.settings = settings;
        this.clock = clock;
    }

    /** Under the same Message-ID at every attempt. */
    MailMessage compose(UUID letterId, EmailAddress recipient, LetterContent content) {
        var sender = settings.sender().address();
        var boundary = "=_" + letterId;
        var letterhead = content.letterhead();
        var letter = rendering.render(content);
        var headers = MultiMap.caseInsensitiveMultiMap()
                .add("Date", DATE.format(clock.instant()))
                .add("From", HeaderText.mailbox("From", oneLine(UNPRINTABLE, letterhead.name()), sender))
                .add("To", recipient.address())
                .add("Message-ID", "<" + letterId + sender.substring(sender.indexOf('@')) + ">")
                .add("Subject", HeaderText.unstructured("Subject", oneLine(UNPRINTABLE_IN_SUBJECT, letter.subject())))
                .add("MIME-Version", "1.0")
                .add("Content-Type", "multipart/alternative;\r\n boundary=\"" + boundary + "\"")
                .add("Auto-Submitted", "auto-generated"); // RFC 3834: no holiday note shall answer
        if (letterhead.replyTo() != null) {
            headers.add("Reply-To", letterhead.replyTo());
        }
        return new MailMessage()
                .setFrom(sender)
                .setTo(recipient.address())
                .setFixedHeaders(true)
                .setHeaders(headers)
                .setText(MimeBody.alternative(boundary, letter.text(), letter.html()));
    }

    private static String oneLine(Pattern unprintable, String text) {
        return unprintable.matcher(text).replaceAll(" ").strip();
    }
}
