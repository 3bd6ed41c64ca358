package dev.latchkey.files;

import dev.latchkey.http.RangeNotSatisfiable;
import java.util.Optional;
import java.util.regex.Pattern;

/** A part of a file, as one {@code Range} asks for it (RFC 9110, 14.1.2). */
record ByteRange(long first, long length) {

    private static final Pattern ONE = Pattern.compile("(?i)bytes=[ \\t]*(\\d*)-(\\d*)[ \\t]*");
    private static final int LONGEST_NUMBER = 18; // digits that are sure to fit into a long

    /**
     * Nothing where the whole file is to be sent: for another unit, for several ranges, which we do not piece together, and for what
     * makes no sense.
     *
     * @throws RangeNotSatisfiable if the file ends before the range begins
     */
    static Optional<ByteRange> parse(String header, long size) {
        var matcher = ONE.matcher(header);
        if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (matcher.group(1).isEmpty()) {
            return Optional.of(last(number(matcher.group(2)), size));
        }
        var first = number(matcher.group(1));
        var last = matcher.group(2).isEmpty() ? Long.MAX_VALUE : number(matcher.group(2));
        return last < first ? Optional.empty() : Optional.of(between(first, last, size));
    }

    private static ByteRange last(long requested, long size) {
        var length = Math.min(requested, size);
        return between(size - length, size - 1, size);
    }

    private static ByteRange between(long first, long last, long size) {
        if (first >= size) {
            throw new RangeNotSatisfiable(size);
        }
        return new ByteRange(first, Math.min(last, size - 1) - first + 1);
    }

    private static long number(String digits) {
        return digits.length() > LONGEST_NUMBER ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    /** The value of {@code Content-Range}. */
    String toContentRange(long size) {
        return "bytes " + first + "-" + (first + length - 1) + "/" + size;
    }
}
