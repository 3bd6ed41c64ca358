package dev.latchkey.bounces;

import dev.latchkey.mail.DeliveryReport.Bounce;
import dev.latchkey.smtp.DeliveryReason;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a mail provider, or a mail server, says of a letter that came back.
 *
 * @param messageId of the letter, with or without its angle brackets
 * @param isPermanent the mailbox takes no letters, and not this one alone
 * @param code of RFC 3463, such as {@code 5.1.1}
 * @param at null if it was not said
 */
record BouncedLetter(
        @Nullable String messageId,
        String recipient,
        boolean isPermanent,
        @Nullable String code,
        @Nullable Instant at) {

    private static final Pattern OURS = Pattern.compile(
            "\\s{0,9}<?([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})@[!-~]{1,255}\\s{0,9}");

    /** Our letters have their own ids in their Message-IDs; that there is such a letter is not said. */
    Optional<UUID> letterId() {
        var id = OURS.matcher(messageId == null ? "" : messageId);
        return id.matches() ? Optional.of(UUID.fromString(id.group(1))) : Optional.empty();
    }

    /** At the time that was said, unless that is yet to come. */
    Bounce bounce(Instant now) {
        return new Bounce(at == null || at.isAfter(now) ? now : at, isPermanent, code);
    }

    /** A full one takes letters again, whatever a provider calls permanent. */
    boolean isMailboxGone() {
        return isPermanent && DeliveryReason.ofBounce(code) != DeliveryReason.MAILBOX_FULL;
    }

    /** Recipients have no place in a log. */
    @Override
    public String toString() {
        return "BouncedLetter[" + code + "]";
    }
}
