package dev.latchkey.kernel;

import java.util.BitSet;
import java.util.regex.Pattern;

/** Some code points, written as Unicode's own tables write them: {@code 115F-1160 3164}. */
record CodePoints(BitSet set) {

    private static final Pattern BLANK = Pattern.compile(" ");
    private static final int HEXADECIMAL = 16;

    static CodePoints of(String ranges) {
        var set = new BitSet();
        BLANK.splitAsStream(ranges).forEach(range -> {
            var dash = range.indexOf('-');
            var first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash), HEXADECIMAL);
            var last = Integer.parseInt(range.substring(dash + 1), HEXADECIMAL);
            set.set(first, last + 1);
        });
        return new CodePoints(set);
    }

    boolean has(int codePoint) {
        return set.get(codePoint);
    }
}
