package dev.latchkey.branding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Which side of a photograph is up (Exif, tag 274): cameras write pixels as their sensor lies.
 *
 * @param value 1 to 8
 */
record Orientation(int value) {

    static final Orientation UPRIGHT = new Orientation(1);

    private static final short LITTLE_ENDIAN = 0x4949;
    private static final int TAG = 274;
    private static final int ENTRY = 12; // bytes
    private static final int VALUE = 8; // within an entry
    private static final int MOST = 8;

    /** Upright if it does not say, or not so that it can be understood. */
    static Orientation read(ByteBuffer tiff) {
        try {
            tiff.order(tiff.getShort(0) == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            var first = Math.addExact(tiff.getInt(Integer.BYTES), Short.BYTES);
            var entries = tiff.getShort(first - Short.BYTES) & 0xFFFF;
            for (var entry = 0; entry < entries; entry++) {
                var at = first + entry * ENTRY;
                var value = tiff.getShort(at + VALUE);
                if (tiff.getShort(at) == TAG && value >= 1 && value <= MOST) {
                    return new Orientation(value);
                }
            }
            return UPRIGHT;
        } catch (IndexOutOfBoundsException | ArithmeticException broken) {
            return UPRIGHT;
        }
    }

    /** Rows become columns. */
    boolean isLyingOnItsSide() {
        return value > 4;
    }

    /** Where what is shown at (x, y) of the upright picture stands in the one that was sent, which has these sides. */
    int place(int x, int y, int width, int height) {
        return switch (value) {
            case 2 -> y * width + width - 1 - x;
            case 3 -> (height - 1 - y) * width + width - 1 - x;
            case 4 -> (height - 1 - y) * width + x;
            case 5 -> x * width + y;
            case 6 -> (height - 1 - x) * width + y;
            case 7 -> (height - 1 - x) * width + width - 1 - y;
            case 8 -> x * width + width - 1 - y;
            default -> y * width + x;
        };
    }
}
