package dev.latchkey.kernel;

import dev.latchkey.kernel.Refusal.Kind;

/**
 * What a reason tells the caller.
 *
 * @param sentence says what to do next
 * @param isGuess whether the caller presented a wrong secret, code, password or choice: limits on failures count these and no others
 */
public record Wording(Kind kind, String sentence, boolean isGuess) {

    public static Wording malformed(String sentence) {
        return of(Kind.MALFORMED, sentence);
    }

    public static Wording unauthenticated(String sentence) {
        return of(Kind.UNAUTHENTICATED, sentence);
    }

    public static Wording forbidden(String sentence) {
        return of(Kind.FORBIDDEN, sentence);
    }

    public static Wording unknown(String sentence) {
        return of(Kind.UNKNOWN, sentence);
    }

    public static Wording conflict(String sentence) {
        return of(Kind.CONFLICT, sentence);
    }

    public static Wording stale(String sentence) {
        return of(Kind.STALE, sentence);
    }

    public static Wording tooLarge(String sentence) {
        return of(Kind.TOO_LARGE, sentence);
    }

    public static Wording outOfRange(String sentence) {
        return of(Kind.OUT_OF_RANGE, sentence);
    }

    public static Wording unprocessable(String sentence) {
        return of(Kind.UNPROCESSABLE, sentence);
    }

    public static Wording unconditional(String sentence) {
        return of(Kind.UNCONDITIONAL, sentence);
    }

    public static Wording tooMany(String sentence) {
        return of(Kind.TOO_MANY, sentence);
    }

    public static Wording unavailable(String sentence) {
        return of(Kind.UNAVAILABLE, sentence);
    }

    private static Wording of(Kind kind, String sentence) {
        return new Wording(kind, sentence, false);
    }

    /** The same for a wrong guess. */
    public static Wording guess(Wording wording) {
        return new Wording(wording.kind, wording.sentence, true);
    }
}
