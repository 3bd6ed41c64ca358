package dev.latchkey.smtp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a mail server said (RFC 5321, 4.2), and whom it means: codes decide where they are clear, its words where servers use one code for many
 * things ({@code 550 5.7.1} is said to a stranger who relays, and of a mailbox that takes no letters).
 *
 * @param enhanced the code of RFC 3463 such as {@code 5.1.1}, or nothing
 * @param words the rest in small letters, with one blank around each, without the addresses in it
 */
record SmtpReply(int code, String enhanced, String words) {

    private static final int PERMANENT = 500; // RFC 5321, 4.2.1

    private static final Pattern WRITTEN =
            Pattern.compile("\\A([2-5][0-9]{2})(?:[ -](?:([245]\\.[0-9]{1,3}\\.[0-9]{1,3})(?![0-9.]))?|\\s|\\z)");
    private static final Pattern ADDRESS =
            Pattern.compile("<[^<>]{0,320}>|(?<![^\\s<>@])[^\\s<>@]{1,64}@[^\\s<>@]{1,255}");
    private static final int LONGEST = 2_000;

    /** RFC 3463, 3.2 and 3.3; RFC 7505; RFC 7293: there is no such mailbox, or it takes nothing. */
    private static final Pattern MAILBOX =
            Pattern.compile("5\\.1\\.(?:1|2|3|4|6|10)|5\\.2\\.[0-9]{1,3}|5\\.7\\.(?:2|17|18)");

    /** The same, and RFC 7372, RFC 7489: our name, our sender, our signing in, our domain's records. */
    private static final Pattern US =
            Pattern.compile("5\\.1\\.[78]|5\\.7\\.(?:[89]|1[0-4]|2[0-9]|3[01])|5\\.5\\.[1-4]");

    private static final Pattern NO_WORD = Pattern.compile("[^a-z']+");

    /** Words, and beginnings of words that have no blank behind them. */
    private static final List<String> SAID_OF_US = List.of(
            " helo ",
            " ehlo ",
            " sender ",
            " mail from ",
            " envelope from ",
            " from address ",
            " auth ",
            " authenticat",
            " starttls ",
            " tls ",
            " spf ",
            " dkim ",
            " dmarc ",
            " ptr ",
            " rdns ",
            " reverse dns ",
            " client host ",
            " blacklist",
            " blocklist",
            " blocked ",
            " dnsbl ",
            " rbl ",
            " spamhaus ",
            " reputation ",
            " relaying ",
            " to relay ",
            " not relay ",
            " cannot relay ",
            " can't relay ",
            " relay access ",
            " relay not ",
            " relay denied ",
            " relay prohibited ",
            " relay is ",
            " open relay ");

    private static final List<String> SAID_OF_THE_MAILBOX = List.of(
            " recipient ",
            " recipients ",
            " user ",
            " users ",
            " mailbox ",
            " mailboxes ",
            " account ",
            " addressee ",
            " invalid address ",
            " bad address ",
            " unrouteable ");

    /** RFC 3463, 3.2 and 3.3; RFC 7505. */
    private static final Pattern UNKNOWN = Pattern.compile("5\\.1\\.(?:1|2|3|6)");

    private static final Pattern FULL = Pattern.compile("[45]\\.2\\.2");
    private static final Pattern CLOSED = Pattern.compile("5\\.2\\.1|5\\.1\\.10");

    private static final List<String> SAID_OF_NONE = List.of(
            " user unknown ", " unknown user ", " no such ", " does not exist ", " doesn't exist ", " unrouteable ");

    private static final List<String> SAID_OF_A_FULL_ONE =
            List.of(" mailbox full ", " mailbox is full ", " over quota ");

    private static final List<String> SAID_OF_SPAM = List.of(" spam", " junk ", " bulk mail ");

    /** RFC 5321, 4.2.3; RFC 7504: what else a server says of a mailbox. */
    private static final Set<Integer> OF_A_MAILBOX = Set.of(550, 551, 552, 553, 556);

    /** Commands it does not take from us, the first steps, and RFC 4954: whatever the letter is. */
    private static final Set<Integer> OF_US = Set.of(500, 502, 503, 504, 521, 523, 530, 534, 535, 538);

    static Optional<SmtpReply> parse(String answer) {
        var text = answer.substring(0, Math.min(answer.length(), LONGEST));
        var parts = WRITTEN.matcher(text);
        if (!parts.find()) {
            return Optional.empty();
        }
        var enhanced = Optional.ofNullable(parts.group(2)).orElse("");
        var words = ADDRESS.matcher(text.substring(parts.end())).replaceAll(" ").toLowerCase(Locale.ROOT);
        return Optional.of(new SmtpReply(
                Integer.parseInt(parts.group(1)),
                enhanced,
                " " + NO_WORD.matcher(words).replaceAll(" ") + " "));
    }

    boolean isPermanent() {
        return code >= PERMANENT;
    }

    /** Said after {@code RCPT TO}: no letter of ours will ever get into this mailbox. */
    boolean refusesTheMailbox() {
        return isPermanent() && !meansUs() && (isOfTheMailbox() || OF_A_MAILBOX.contains(code) && !isPolicy());
    }

    /** The letter and its recipient could be any other: this server does not serve us until an operator mends something. */
    boolean meansUs() {
        return isPermanent()
                && !MAILBOX.matcher(enhanced).matches()
                && (OF_US.contains(code)
                        || US.matcher(enhanced).matches()
                        || SAID_OF_US.stream().anyMatch(words::contains));
    }

    boolean isOfTheMailbox() {
        return MAILBOX.matcher(enhanced).matches()
                || SAID_OF_THE_MAILBOX.stream().anyMatch(words::contains);
    }

    private boolean isPolicy() {
        return enhanced.startsWith("5.7.");
    }

    DeliveryReason reason(Outcome outcome) {
        return switch (outcome) {
            case RECIPIENT_REFUSED -> ofMailbox().orElse(DeliveryReason.RECIPIENT_REFUSED);
            case LETTER_REFUSED ->
                says(SAID_OF_SPAM) ? DeliveryReason.SPAM_SUSPECTED : ofMailbox().orElse(DeliveryReason.LETTER_REFUSED);
            case SERVER_UNREACHABLE -> DeliveryReason.SERVER_UNREACHABLE;
            case SERVER_REFUSED, TAKEN, UNTRIED -> ofTheServer();
        };
    }

    private DeliveryReason ofTheServer() {
        if (isPermanent()) {
            return DeliveryReason.SERVER_REFUSED;
        }
        return FULL.matcher(enhanced).matches() ? DeliveryReason.MAILBOX_FULL : DeliveryReason.TRY_LATER;
    }

    Optional<DeliveryReason> ofMailbox() {
        if (FULL.matcher(enhanced).matches() || says(SAID_OF_A_FULL_ONE)) {
            return Optional.of(DeliveryReason.MAILBOX_FULL);
        }
        if (CLOSED.matcher(enhanced).matches()) {
            return Optional.of(DeliveryReason.MAILBOX_CLOSED);
        }
        return UNKNOWN.matcher(enhanced).matches() || says(SAID_OF_NONE)
                ? Optional.of(DeliveryReason.MAILBOX_UNKNOWN)
                : Optional.empty();
    }

    private boolean says(List<String> phrases) {
        return phrases.stream().anyMatch(words::contains);
    }

    /** For the log: its words may quote the recipient. */
    String codes() {
        return enhanced.isEmpty() ? String.valueOf(code) : code + " " + enhanced;
    }
}
