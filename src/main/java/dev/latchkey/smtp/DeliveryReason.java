package dev.latchkey.smtp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a letter did not get through, as a clinic's desk can act on it. The sentences are ours, for a server's words may quote the recipient. */
public enum DeliveryReason {
    MAILBOX_UNKNOWN("The mailbox does not exist."),
    MAILBOX_FULL("The mailbox is full."),
    MAILBOX_CLOSED("The mailbox takes no letters."),
    RECIPIENT_REFUSED("The mail server takes no letters for this address."),
    LETTER_REFUSED("The mail server does not take this letter."),
    SPAM_SUSPECTED("The letter was refused as spam."),
    TRY_LATER("The mail server asks to try again later."),
    SERVER_REFUSED("The mail server refuses our mail."),
    SERVER_UNREACHABLE("The mail server did not answer."),
    UNREADABLE("The letter could not be made."),
    BOUNCED("The mail server took the letter, and gave it back.");

    private final String sentence;

    DeliveryReason(String sentence) {
        this.sentence = sentence;
    }

    /** Of a code that this version knows. */
    public static Optional<DeliveryReason> find(@Nullable String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }

    /** Of a letter that came back with this code of RFC 3463, if with any. */
    public static DeliveryReason ofBounce(@Nullable String code) {
        return Optional.ofNullable(code)
                .flatMap(known -> SmtpReply.parse("554 " + known))
                .flatMap(SmtpReply::ofMailbox)
                .orElse(BOUNCED);
    }

    /**
     * Whether no letter will ever get into this mailbox: but for a full one, which its owner may empty.
     *
     * @param reply what a server said of it to us or to another one, such as {@code 550 5.1.1 no such user}
     */
    public static boolean isMailboxGone(String reply) {
        return SmtpReply.parse(reply)
                .filter(SmtpReply::refusesTheMailbox)
                .filter(said -> said.ofMailbox().filter(MAILBOX_FULL::equals).isEmpty())
                .isPresent();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String sentence() {
        return sentence;
    }
}
