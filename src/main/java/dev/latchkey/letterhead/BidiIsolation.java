package dev.latchkey.letterhead;

import java.util.regex.Pattern;

/**
 * Keeps a name that is written from right to left from reordering the sentence around it, by the isolates of UAX #9, which plain text and
 * subjects can bear, too.
 */
public final class BidiIsolation {

    public static final String FIRST_STRONG_ISOLATE = "\u2068";
    public static final String POP_DIRECTIONAL_ISOLATE = "\u2069";

    /** With one of these a name would end its isolation. */
    private static final Pattern CONTROLS = Pattern.compile("[\u202a-\u202e\u2066-\u2069]");

    private BidiIsolation() {}

    public static String isolate(String name) {
        return name.codePoints().anyMatch(BidiIsolation::isRightToLeft)
                ? FIRST_STRONG_ISOLATE + CONTROLS.matcher(name).replaceAll("") + POP_DIRECTIONAL_ISOLATE
                : name;
    }

    private static boolean isRightToLeft(int letter) {
        var direction = Character.getDirectionality(letter);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
