package dev.latchkey.passwords;

import java.util.List;
import java.util.stream.Stream;

/** Characters that follow one another on a keyboard, in the alphabet or in counting: a guesser tries a run of them as one. */
final class KeyboardRows {

    /** Forwards and backwards: the alphabet, figures, and keyboards across and downwards. */
    private static final List<String> ROWS = Stream.of(
                    "abcdefghijklmnopqrstuvwxyz",
                    "01234567890",
                    "qwertyuiop[]",
                    "asdfghjkl;'",
                    "zxcvbnm,./",
                    "qwertzuiop",
                    "azertyuiop",
                    "!@#$%^&*()_+",
                    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
                    "1q2w3e4r5t6y7u8i9o0p")
            .flatMap(row -> Stream.of(row, PasswordText.reversed(row)))
            .toList();

    private KeyboardRows() {}

    /** How many characters of the text, from there on, run along one row. */
    static int longestRun(String text, int from) {
        return ROWS.stream().mapToInt(row -> runAlong(row, text, from)).max().orElse(0);
    }

    private static int runAlong(String row, String text, int from) {
        var start = row.indexOf(text.charAt(from));
        var length = start < 0 ? 0 : 1;
        while (length > 0
                && from + length < text.length()
                && start + length < row.length()
                && row.charAt(start + length) == text.charAt(from + length)) {
            length++;
        }
        return length;
    }
}
