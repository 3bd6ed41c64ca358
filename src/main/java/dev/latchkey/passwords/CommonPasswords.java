package dev.latchkey.passwords;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The 10,000 commonest of at least 12 characters; the file says where they are from. They take a megabyte once a password is set. */
@Singleton // a proxy would read them once more
class CommonPasswords {

    private static final String FILE = "/staff/common-passwords.txt";
    private static final String COMMENT = "# ";

    /** What may stand around one of them, and makes it no better: a year, or a few signs. */
    private static final int TRIMMINGS = 4;

    /** Shorter ones were made long by signs, and what is left of them may be part of anything. */
    private static final int SHORTEST = 8;

    private final Set<String> common = read();

    private static Set<String> read() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(FILE)), UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith(COMMENT))
                    .map(PasswordText::bare)
                    .filter(bare -> bare.length() >= SHORTEST)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasOneLike(PasswordText password) {
        return isLikeOne(password.bare()) || isLikeOne(PasswordText.reversed(password.bare()));
    }

    private boolean isLikeOne(String bare) {
        return IntStream.rangeClosed(0, Math.min(TRIMMINGS, bare.length()))
                .anyMatch(left -> IntStream.rangeClosed(0, Math.min(TRIMMINGS, bare.length()) - left)
                        .anyMatch(right -> left + right <= bare.length()
                                && common.contains(bare.substring(left, bare.length() - right))));
    }
}
