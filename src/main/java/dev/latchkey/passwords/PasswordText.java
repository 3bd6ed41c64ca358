package dev.latchkey.passwords;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;

/**
 * What is left of a password once everything is taken off that guessers try anyway: capitals, accents and wide forms; and of its bare letters also
 * blanks, signs and figures for letters. Passwords have 128 characters at most; what is beyond as many here is not looked at, so that no text takes long.
 */
record PasswordText(String lowerCase, String bare) {

    private static final int LONGEST = 128;
    private static final int RUN = 3;

    /** Of Latin, Greek and Cyrillic letters. Elsewhere such marks are vowels, and as hard to guess as others. */
    private static final int FIRST_ACCENT = 0x300;

    private static final int LAST_ACCENT = 0x36F;

    private static final String FIGURES = "0134578@$!|";
    private static final String LETTERS = "oieastbasii";

    static PasswordText of(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .codePoints()
                .filter(character -> character < FIRST_ACCENT || character > LAST_ACCENT)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toLowerCase(Locale.ROOT);
        return new PasswordText(plain, bare(plain));
    }

    /** Of a text in lower case. */
    static String bare(String plain) {
        return plain.chars()
                .map(character -> letter((char) character))
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** {@code p4$$w0rd} reads {@code password}, and an {@code l} an {@code i}, for a {@code 1} stands for both. */
    private static char letter(char character) {
        var figure = FIGURES.indexOf(character);
        return character == 'l' ? 'i' : figure < 0 ? character : LETTERS.charAt(figure);
    }

    /** How many characters a guesser has to find, where a row of keys, one key held down, or what stood there before is one. */
    int surprises() {
        var count = 0;
        for (var at = 0; at < lowerCase.length(); count++) {
            var foreseen = Math.max(KeyboardRows.longestRun(lowerCase, at), Math.max(heldDown(at), copied(at)));
            at += foreseen < RUN ? 1 : foreseen;
        }
        return count;
    }

    private int heldDown(int from) {
        var to = from;
        while (to < lowerCase.length() && lowerCase.charAt(to) == lowerCase.charAt(from)) {
            to++;
        }
        return to - from;
    }

    private int copied(int from) {
        var to = Math.min(from + RUN, lowerCase.length());
        while (to <= lowerCase.length() && lowerCase.substring(0, from).contains(lowerCase.substring(from, to))) {
            to++;
        }
        return to - 1 - from;
    }

    /** How many bare characters and different signs are left without these words, each read forwards and backwards, and with one for each of them. */
    int surprisesWithout(Collection<String> words) {
        var rest = bare;
        for (var word : words) {
            rest = rest.replace(word, " ").replace(reversed(word), " ");
        }
        return rest.length() + signs();
    }

    private int signs() {
        return (int) lowerCase
                .chars()
                .filter(sign -> !Character.isLetterOrDigit(letter((char) sign)) && !Character.isWhitespace(sign))
                .distinct()
                .count();
    }

    boolean has(String word) {
        return bare.contains(word) || bare.contains(reversed(word));
    }

    static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
