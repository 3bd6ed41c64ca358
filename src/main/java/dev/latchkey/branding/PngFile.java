package dev.latchkey.branding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Set;

/**
 * A PNG (ISO/IEC 15948), chunk by chunk. Java's reader unpacks the texts of some, however long they become, so it gets none; nor does it
 * get a profile of colours, which it would not use.
 */
final class PngFile {

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final String ANIMATION = "acTL";

    private static final int AROUND_DATA = 12; // length, name and checksum
    private static final int WIDTH = 16;
    private static final int HEIGHT = 20;
    private static final int BITS = 24;

    private PngFile() {}

    static boolean isOne(byte[] file) {
        return file.length > Long.BYTES && ByteBuffer.wrap(file).getLong() == SIGNATURE;
    }

    static SentPicture parse(byte[] file) {
        var from = ByteBuffer.wrap(file);
        var kept = ByteBuffer.allocate(file.length).putLong(from.getLong());
        var name = "";
        while (!name.equals("IEND")) {
            var chunk = from.slice(from.position(), Math.addExact(from.getInt(from.position()), AROUND_DATA));
            name = new String(file, from.position() + Integer.BYTES, Integer.BYTES, ISO_8859_1);
            from.position(from.position() + chunk.remaining());
            if (name.equals(ANIMATION) || kept.position() == Long.BYTES && !name.equals("IHDR")) {
                throw BrandingReason.PICTURE_UNREADABLE.refusal();
            }
            if (KEPT.contains(name)) {
                kept.put(chunk);
            }
        }
        var bytes = new byte[kept.position()];
        kept.get(0, bytes);
        return new SentPicture(
                PictureFormat.PNG,
                bytes,
                from.getInt(WIDTH),
                from.getInt(HEIGHT),
                file[BITS] > Byte.SIZE ? 2 * Integer.BYTES : Integer.BYTES,
                Orientation.UPRIGHT);
    }
}
