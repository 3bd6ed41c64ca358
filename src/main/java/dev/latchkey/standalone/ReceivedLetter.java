package dev.latchkey.standalone;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it arrived.
 *
 * @param to whom the envelope named
 * @param text null if the letter has no plain text
 * @param html null if it has no HTML
 */
public record ReceivedLetter(
        UUID id,
        String to,
        String subject,
        @Nullable String text,
        @Nullable String html,
        Instant receivedAt) {

    static final String SUFFIX = ".eml";
    static final String RECIPIENT = "Delivered-To";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss z", Locale.ENGLISH);
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");

    static ReceivedLetter read(Path file) {
        var id = UUID.fromString(file.getFileName().toString().replace(SUFFIX, ""));
        try (var stream = Files.newInputStream(file)) {
            var message = new MimeMessage((Session) null, stream);
            return new ReceivedLetter(
                    id,
                    message.getHeader(RECIPIENT, null),
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    content(message, "text/plain"),
                    content(message, "text/html"),
                    Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16)); // where UUIDv7 keeps its time
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("not a letter: " + file, e);
        }
    }

    /** The first part of that type, however deep: the alternatives may lie beside attachments. */
    private static @Nullable String content(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent() instanceof String text ? text : null;
        }
        if (part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                var content = content(parts.getBodyPart(i), type);
                if (content != null) {
                    return content;
                }
            }
        }
        return null;
    }

    /** The addresses in the plain text, as links to follow. */
    public List<String> links() {
        return text == null
                ? List.of()
                : LINK.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .toList();
    }

    /** By the clock of this machine, at which the reader sits. */
    public String receivedHere() {
        return receivedIn(ZoneId.systemDefault());
    }

    String receivedIn(ZoneId zone) {
        return TIME.format(receivedAt.atZone(zone));
    }

    /** A letter is shown in a frame, which is no place to open a portal in. */
    public String withLinksInNewTabs() {
        return "<base target=\"_blank\">" + Objects.requireNonNullElse(html, "");
    }
}
