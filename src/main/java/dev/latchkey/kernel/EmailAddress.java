package dev.latchkey.kernel;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One mailbox, as a letter may be sent to it: an ASCII dot-atom at a domain of at least two labels. No display name, comment,
 * quote, list or control character gets in, so nothing typed can add a header or a second recipient.
 *
 * @param address the local part as typed, the domain as a lower-case A-label
 */
public record EmailAddress(String address) {

    private static final int LONGEST = 254; // RFC 5321, 4.5.3.1.3, less the angle brackets
    private static final int LONGEST_LOCAL_PART = 64; // RFC 5321, 4.5.3.1.1

    private static final Pattern LOCAL_PART =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,62}){0,31}");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.){1,126}[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    /** Java (IDNA 2003) makes others of these, or none; today's mail servers (IDNA 2008) do not: the letter would reach a stranger. */
    private static final String DEVIATIONS = "ß\u03C2\u200C\u200D"; // UTS #46, 6

    public static Optional<EmailAddress> parse(String typed) {
        var at = typed.lastIndexOf('@');
        if (at < 1 || typed.length() > LONGEST || typed.indexOf('@') != at) {
            return Optional.empty();
        }
        var local = typed.substring(0, at);
        var domain = aLabel(typed.substring(at + 1));
        var address = local + "@" + domain;
        return local.length() <= LONGEST_LOCAL_PART
                        && LOCAL_PART.matcher(local).matches()
                        && DOMAIN.matcher(domain).matches()
                        && address.length() <= LONGEST
                ? Optional.of(new EmailAddress(address))
                : Optional.empty();
    }

    private static String aLabel(String domain) {
        if (domain.chars().anyMatch(letter -> DEVIATIONS.indexOf(letter) >= 0)) {
            return "";
        }
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** The address key: what people are matched by. No plus or dot folding, for two mailboxes must never become one. */
    public String key() {
        return address.toLowerCase(Locale.ROOT);
    }

    /** For people who may know that there is an address, and which: {@code l•••••@example.org}. */
    public String masked() {
        return address.charAt(0) + "•••••" + address.substring(address.indexOf('@'));
    }

    /** Never the address itself: addresses have no place in a log. */
    @Override
    public String toString() {
        return "EmailAddress[hidden]";
    }
}
