package dev.latchkey.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What people write to be read by people: a name or another line, or a text of several lines. There is one notion of it, here and in the
 * database ({@code is_line} and {@code is_text}), and it follows the FreeformClass of RFC 8264: composed (NFC), no blank around it, something to be seen, and nothing
 * that is no character, that steers the writing or that stands for nothing. The two joiners may stand inside, where Persian and Hindi are spelled with them.
 */
public final class VisibleText {

    /** Of what is looked at, in code points. All that people write here has a limit of its own, which is no more than this. */
    public static final int LONGEST = 2000;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int NEXT_LINE = 0x85;

    private static final Pattern LINE_BREAKS = Pattern.compile("\r\n|[\r\u000b\u2028\u2029]");

    /** Letters by their category, blanks to the eye: with them one writes syllables of Hangul that no one has used for 500 years. */
    private static final CodePoints FILLERS = CodePoints.of("115F-1160 3164 FFA0");

    /** What shows nothing by itself: marks that choose between forms of the letter before, the blank of Braille, a note without a head. */
    private static final CodePoints UNSEEN =
            CodePoints.of("034F 17B4-17B5 180B-180D 180F 2800 FE00-FE0F 16FE4 1D159 E0100-E01EF");

    /**
     * Assigned since Unicode 13, which is all that Java 17 knows: rare ideographs, Latin letters, the som, pictographs. What people write is then taken by every
     * node alike.
     */
    private static final CodePoints NEWER = CodePoints.of(
            "20C0 9FFD-9FFF A7C0-A7C1 A7CB-A7CD A7D0-A7D1 A7D3 A7D5-A7DC A7F2-A7F4 10780-10785 10787-107B0"
                    + " 107B2-107BA 1DF00-1DF1E 1DF25-1DF2A 1F6DC-1F6DF 1F7F0 1F979 1F9CC 1FA75-1FA77 1FA7B-1FA7C 1FA87-1FA89"
                    + " 1FA8F 1FAA9-1FAAF 1FAB7-1FABF 1FAC3-1FAC6 1FACE-1FACF 1FAD7-1FADC 1FADF-1FAE9 1FAF0-1FAF8 2A6DE-2A6DF"
                    + " 2B735-2B739 2EBF0-2EE5D 31350-323AF");

    private static final Pattern LIKE_NOTHING = Pattern.compile("[\\p{Z}\\p{Cf}\\p{Pd}\\p{Sk}'‘’‛`′ʹʻʼʽ]+");

    private VisibleText() {}

    /** As it is kept: composed, and without the blanks around it. */
    public static String line(String typed) {
        return isTooLong(typed) ? typed : stripped(Normalizer.normalize(typed, Normalizer.Form.NFC));
    }

    /** The same, with every break of a line as {@code \n}. */
    public static String text(String typed) {
        return isTooLong(typed) ? typed : line(LINE_BREAKS.matcher(typed).replaceAll("\n"));
    }

    /** Whether it is one line, kept as {@link #line} says. What is too long is refused for its length. */
    public static boolean isLine(String kept) {
        return isTooLong(kept)
                || kept.equals(line(kept)) && isSound(kept) && kept.codePoints().allMatch(VisibleText::isWritten);
    }

    /** Whether it is a text, of one line or more, kept as {@link #text} says. */
    public static boolean isText(String kept) {
        return isTooLong(kept)
                || kept.equals(text(kept))
                        && isSound(kept)
                        && kept.codePoints().allMatch(letter -> letter == '\n' || letter == '\t' || isWritten(letter));
    }

    /** What two lines have in common that look the same to a reader in a hurry, whatever their bytes. */
    public static String likeness(String line) {
        var plain = Normalizer.normalize(line, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return LIKE_NOTHING.matcher(plain).replaceAll("");
    }

    private static boolean isTooLong(String text) {
        return text.length() > 4 * LONGEST; // a code point takes two, and may be composed of more
    }

    private static boolean isSound(String text) {
        return !text.isEmpty()
                && !isJoiner(text.codePointAt(0))
                && !isJoiner(text.codePointBefore(text.length()))
                && text.codePoints().anyMatch(letter -> !isBlank(letter) && !isJoiner(letter) && !UNSEEN.has(letter));
    }

    private static boolean isWritten(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> isJoiner(letter);
            case Character.UNASSIGNED -> NEWER.has(letter);
            default -> !FILLERS.has(letter);
        };
    }

    private static boolean isJoiner(int letter) {
        return letter == ZERO_WIDTH_NON_JOINER || letter == ZERO_WIDTH_JOINER;
    }

    /** Of any kind: Unicode's White_Space. Java's own notions leave out the no-break ones, or take in separators of records. */
    private static boolean isBlank(int letter) {
        return Character.isSpaceChar(letter) || letter >= '\t' && letter <= '\r' || letter == NEXT_LINE;
    }

    private static String stripped(String text) {
        var from = 0;
        var to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }
}
