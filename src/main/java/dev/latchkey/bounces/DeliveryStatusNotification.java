package dev.latchkey.bounces;

import dev.latchkey.smtp.DeliveryReason;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;
import org.jspecify.annotations.Nullable;

/**
 * A delivery status notification (RFC 3464): what a mail server writes to the sender of a letter that it could not deliver. Its parts are read as
 * headers alone, whatever they call themselves, so that none of them makes us read a letter within a letter.
 */
final class DeliveryStatusNotification {

    /** Where the status of the recipients stands, and where the headers of the letter do (RFC 6522, 3). */
    private static final int STATUS = 1;

    private static final int RETURNED = 2;

    /** Of one recipient it takes a few hundred bytes, and each empty line would be another one. */
    private static final int LARGEST_STATUS = 16_384;

    private static final Pattern CODE = Pattern.compile("\\A\\s{0,9}([245]\\.[0-9]{1,3}\\.[0-9]{1,3})(?![0-9.])");
    private static final Pattern TYPE = Pattern.compile("\\A\\s{0,9}[A-Za-z0-9-]{1,40}\\s{0,9};\\s{0,9}");
    private static final Pattern FOLD = Pattern.compile("\\r?\\n\\s?");

    private DeliveryStatusNotification() {}

    /** Each recipient to whom the letter was not delivered, and will not be. */
    static List<BouncedLetter> read(RawMessage raw) {
        try {
            var message = new MimeMessage((Session) null, new ByteArrayInputStream(raw.bytes()));
            if (!message.isMimeType("multipart/report")) {
                throw BounceReason.DSN_UNREADABLE.refusal();
            }
            var report = new MultipartReport(message.getDataHandler().getDataSource());
            var status = new DeliveryStatus(bytes(report.getBodyPart(STATUS)));
            var messageId = messageId(report);
            return IntStream.range(0, status.getRecipientDSNCount())
                    .mapToObj(status::getRecipientDSN)
                    .filter(recipient -> "failed".equalsIgnoreCase(value(recipient, "Action")))
                    .map(recipient -> bounced(messageId, recipient))
                    .toList();
        } catch (MessagingException | IOException | RuntimeException e) {
            throw BounceReason.DSN_UNREADABLE.refusal();
        }
    }

    private static ByteArrayInputStream bytes(BodyPart status) throws MessagingException, IOException {
        var bytes = status.getInputStream().readAllBytes();
        if (!status.isMimeType("message/delivery-status") || bytes.length > LARGEST_STATUS) {
            throw BounceReason.DSN_UNREADABLE.refusal();
        }
        return new ByteArrayInputStream(bytes);
    }

    /** Of the letter, the whole of which comes back, or its headers alone. */
    private static @Nullable String messageId(MultipartReport report) throws MessagingException, IOException {
        return report.getCount() > RETURNED
                ? new InternetHeaders(report.getBodyPart(RETURNED).getInputStream()).getHeader("Message-ID", null)
                : null;
    }

    /** To whom we wrote, if it is said: the letter may have been forwarded. */
    private static BouncedLetter bounced(@Nullable String messageId, InternetHeaders recipient) {
        var address = Stream.of("Original-Recipient", "Final-Recipient")
                .map(name -> value(recipient, name))
                .filter(written -> !written.isEmpty())
                .findFirst()
                .map(DeliveryStatusNotification::withoutType)
                .orElse("");
        var code = code(value(recipient, "Status"));
        return new BouncedLetter(messageId, address, isGone(recipient, code), code.orElse(null), null);
    }

    /** What the server said to the one that reports it tells more than the code, which is often no more than "failed". */
    private static boolean isGone(InternetHeaders recipient, Optional<String> code) {
        var said = withoutType(value(recipient, "Diagnostic-Code"));
        return DeliveryReason.isMailboxGone(said)
                || code.filter(known -> DeliveryReason.isMailboxGone("554 " + known))
                        .isPresent();
    }

    private static Optional<String> code(String status) {
        var code = CODE.matcher(status);
        return code.find() ? Optional.of(code.group(1)) : Optional.empty();
    }

    private static String value(InternetHeaders headers, String name) {
        var written = headers.getHeader(name, null);
        return written == null ? "" : FOLD.matcher(written).replaceAll(" ").strip();
    }

    /** {@code rfc822;}, {@code smtp;}. */
    private static String withoutType(String value) {
        return TYPE.matcher(value).replaceFirst("").strip();
    }
}
