package dev.latchkey.letterhead;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.DomainValidator;
import org.jspecify.annotations.Nullable;

/**
 * What a clinic writes itself and its letters say. Nothing in it may be what a mail program makes a link of, also without a scheme. An e-mail
 * address is refused by its domain.
 */
public final class OwnWords {

    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

    /** What links lead with, shares of Windows, and a path. */
    private static final Pattern LINK =
            Pattern.compile("://|\\\\\\\\|\\bwww\\.[\\p{L}\\p{N}]|[\\p{L}\\p{N}]\\.\\p{L}{2,24}/[\\p{L}\\p{N}]");

    private static final Pattern BETWEEN_NAMES = Pattern.compile("[^\\p{L}\\p{M}\\p{N}.-]+");
    private static final Pattern DOT = Pattern.compile("\\.");
    private static final Pattern IP_ADDRESS =
            Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})\\.?");

    /** A domain ends where another script begins, as in sentences without blanks, and its last label may be followed by a dash. */
    private static final Pattern ENDING = Pattern.compile("([a-z]{2,63})(?:[^\\p{IsLatin}\\p{M}\\p{N}].*)?");

    /** Written without a blank they end like domains. */
    private static final Set<String> TITLES = Set.of(
            "dr.med",
            "dipl.med",
            "pract.med",
            "prakt.med",
            "med.vet",
            "dr.in",
            "prof.in",
            "b.sc",
            "m.sc",
            "d.sc",
            "b.ch",
            "m.ch",
            "l.ac",
            "r.ac",
            "r.ph",
            "co.kg",
            "co.ltd",
            "pty.ltd");

    private OwnWords() {}

    public static String requireNoLink(String words) {
        if (hasLink(words)) {
            throw LetterheadReason.LETTER_TEXT_HAS_LINK.refusal();
        }
        return words;
    }

    /** What stands there already stays: it may be older than the rule. */
    public static void requireNoLink(@Nullable String before, @Nullable String after) {
        if (after != null && !after.equals(before)) {
            requireNoLink(after);
        }
    }

    static boolean hasLink(String words) {
        var plain = Normalizer.normalize(UNSEEN.matcher(words).replaceAll(""), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('\u3002', '.'); // of Chinese and Japanese, and of their domains
        return LINK.matcher(plain).find() || BETWEEN_NAMES.splitAsStream(plain).anyMatch(OwnWords::isAddress);
    }

    private static boolean isAddress(String name) {
        if (IP_ADDRESS.matcher(name).matches()) {
            return true;
        }
        var labels = DOT.split(name, -1);
        for (var at = 1; at < labels.length; at++) {
            if (!labels[at - 1].isEmpty() && endsDomain(labels[at - 1], labels[at])) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsDomain(String before, String label) {
        var ending = ENDING.matcher(label);
        var last = ending.matches() ? ending.group(1) : label;
        return !TITLES.contains(before + "." + last) && (isTopLevel(last) || isTopLevel(label));
    }

    private static boolean isTopLevel(String label) {
        return DomainValidator.getInstance().isValidTld(label);
    }
}
