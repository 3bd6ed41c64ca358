package dev.latchkey.letters;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a clinic writes into its letters itself. */
final class OwnWords {

    /** What mail programs make links of, also without a scheme: {@code www.}, mail addresses, and domains like {@code example.org}. */
    private static final Pattern LINK = Pattern.compile("://|www\\.|[\\p{L}\\p{N}._-]@[\\p{L}\\p{N}]"
            + "|[\\p{L}\\p{N}-]{2}\\.\\p{L}{2}|[\\p{L}\\p{N}]\\.\\p{L}{2,24}/|[a-z0-9]{2}\u3002[a-z]{2}");

    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

    private OwnWords() {}

    static void requireNoLink(@Nullable String words) {
        if (words != null && hasLink(words)) {
            throw LetterReason.LETTER_TEXT_HAS_LINK.refusal();
        }
    }

    private static boolean hasLink(String words) {
        var plain = Normalizer.normalize(UNSEEN.matcher(words).replaceAll(""), Normalizer.Form.NFKC);
        return LINK.matcher(plain.toLowerCase(Locale.ROOT)).find();
    }
}
