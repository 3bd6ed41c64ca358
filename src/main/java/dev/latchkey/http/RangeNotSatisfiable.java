package dev.latchkey.http;

/** The bytes asked for lie behind the end; the answer says how many there are. */
public final class RangeNotSatisfiable extends RuntimeException {

    private final long size;

    public RangeNotSatisfiable(long size) {
        super("a file of " + size + " bytes", null, false, false);
        this.size = size;
    }

    long size() {
        return size;
    }
}
