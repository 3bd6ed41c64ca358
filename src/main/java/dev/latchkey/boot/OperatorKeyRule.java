package dev.latchkey.boot;

import dev.latchkey.standalone.GivenConfig;
import dev.latchkey.standalone.StandaloneSettings;
import java.util.Optional;
import java.util.stream.IntStream;

/** This key opens and changes every clinic, and every stranger can try to guess it. */
final class OperatorKeyRule {

    private static final int SHORTEST = 32;

    // 32 random hexadecimal digits have 14 different ones, about 30 different threes and 17 different steps; fewer than
    // these are
    // less likely than one in a million.
    private static final int FEWEST_CHARACTERS = 8;
    private static final int FEWEST_THREES = 20;
    private static final int FEWEST_STEPS = 8;

    private static final String REMEDY = ": set it to what `openssl rand -base64 32` prints.";
    private static final String KNOWN = "LATCHKEY_OPERATOR_KEY is the one every standalone installation has" + REMEDY;
    private static final String SHORT = "LATCHKEY_OPERATOR_KEY is shorter than 32 characters" + REMEDY;
    private static final String TRIVIAL =
            "LATCHKEY_OPERATOR_KEY repeats itself or counts, so it can be guessed" + REMEDY;

    private OperatorKeyRule() {}

    static Optional<String> brokenBy(GivenConfig configured) {
        return configured.value("latchkey.operator-key").map(String::strip).flatMap(OperatorKeyRule::brokenBy);
    }

    private static Optional<String> brokenBy(String key) {
        if (key.equals(StandaloneSettings.OPERATOR_KEY)) {
            return Optional.of(KNOWN);
        }
        if (key.length() < SHORTEST) {
            return Optional.of(SHORT);
        }
        return isTrivial(key) ? Optional.of(TRIVIAL) : Optional.empty();
    }

    private static boolean isTrivial(String key) {
        var threes = IntStream.rangeClosed(0, key.length() - 3).mapToObj(at -> key.substring(at, at + 3));
        var steps = IntStream.range(1, key.length()).map(at -> key.charAt(at) - key.charAt(at - 1));
        return key.chars().distinct().count() < FEWEST_CHARACTERS
                || threes.distinct().count() < FEWEST_THREES
                || steps.distinct().count() < FEWEST_STEPS;
    }
}
