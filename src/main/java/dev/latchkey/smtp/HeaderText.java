package dev.latchkey.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text as headers have it (RFC 5322, RFC 2047): in ASCII, and in lines of bounded length. */
public final class HeaderText {

    private static final Pattern ATOMS =
            Pattern.compile("[\\w!#$%&'*+/=?^`{|}~-]++(?: [\\w!#$%&'*+/=?^`{|}~-]++){0,200}", Pattern.UNIX_LINES);

    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]*");
    private static final Pattern BLANK = Pattern.compile(" ");
    private static final Pattern TO_ESCAPE = Pattern.compile("[\"\\\\]");

    private static final String WORD = "=?UTF-8?Q?";
    private static final String WORD_END = "?=";
    private static final String SAFE_IN_WORD =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!*+-/"; // RFC 2047, 5

    private static final int LONGEST_LINE = 76; // of a header with encoded words, RFC 2047, 2
    private static final int LONGEST_WORD = 50; // fits into the line of any header of ours

    private HeaderText() {}

    /** {@code Subject: …} without its name. */
    public static String unstructured(String header, String text) {
        return fold(header, isPlain(text) ? text : encodedWords(text));
    }

    /** {@code From: …} without its name. */
    public static String mailbox(String header, String name, String address) {
        return fold(header, (phrase(name) + " <" + address + ">").strip());
    }

    private static String phrase(String name) {
        if (name.isEmpty() || isPlain(name) && ATOMS.matcher(name).matches()) {
            return name;
        }
        return isPlain(name) ? '"' + TO_ESCAPE.matcher(name).replaceAll("\\\\$0") + '"' : encodedWords(name);
    }

    private static boolean isPlain(String text) {
        return PRINTABLE.matcher(text).matches() && !text.contains("=?");
    }

    /** No character is in two of them. */
    private static String encodedWords(String text) {
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        text.codePoints().mapToObj(HeaderText::encoded).forEach(character -> {
            if (word.length() + character.length() > LONGEST_WORD) {
                words.add(WORD + word + WORD_END);
                word.setLength(0);
            }
            word.append(character);
        });
        words.add(WORD + word + WORD_END);
        return String.join(" ", words);
    }

    private static String encoded(int codePoint) {
        if (codePoint == ' ') {
            return "_";
        }
        if (SAFE_IN_WORD.indexOf(codePoint) >= 0) {
            return Character.toString(codePoint);
        }
        var encoded = new StringBuilder();
        for (var octet : Character.toString(codePoint).getBytes(UTF_8)) {
            encoded.append(String.format("=%02X", octet));
        }
        return encoded.toString();
    }

    /** Where there is a blank anyway. */
    private static String fold(String header, String value) {
        var folded = new StringBuilder();
        var column = header.length() + 2;
        for (var word : BLANK.split(value, -1)) {
            var isFirst = folded.isEmpty();
            var breaks = !isFirst && column + 1 + word.length() > LONGEST_LINE;
            folded.append(breaks ? "\r\n " : isFirst ? "" : " ").append(word);
            column = (breaks ? 0 : column) + 1 + word.length();
        }
        return folded.toString();
    }
}
