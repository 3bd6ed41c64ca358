package dev.latchkey.passwords;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A password as RFC 8265 compares it (4.2), so that it is the same from every keyboard: a blank of any kind is a space, and what may be written composed or not is
 * composed. NFC and not NFKC, which would take a wide letter for a narrow one, and a square of two for a two.
 */
final class OpaqueString {

    private static final Pattern BLANK = Pattern.compile("\\p{Zs}");

    private OpaqueString() {}

    static String of(String typed) {
        return Normalizer.normalize(BLANK.matcher(typed).replaceAll(" "), Normalizer.Form.NFC);
    }
}
