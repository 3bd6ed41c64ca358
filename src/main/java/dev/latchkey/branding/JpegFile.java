package dev.latchkey.branding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Set;

/**
 * A JPEG (ITU-T T.81), segment by segment. What cameras write beside the picture stays behind: where and when it was taken, small copies
 * of it, profiles of colours. Which side is up is read there first.
 */
final class JpegFile {

    private static final int START = 0xFFD8;
    private static final int END = 0xFFD9;
    private static final int SCAN = 0xFFDA;
    private static final int JFIF = 0xFFE0;
    private static final int EXIF = 0xFFE1;
    private static final int ADOBE = 0xFFEE;
    private static final int COMMENT = 0xFFFE;
    private static final Set<Integer> NO_FRAMES = Set.of(0xFFC4, 0xFFC8, 0xFFCC);

    /** A progressive one has ten or so. Each may be a few bytes long, and goes once through the whole picture. */
    private static final int MOST_SCANS = 64;

    private final ByteBuffer from;
    private final ByteBuffer kept;
    private int width;
    private int height;
    private Orientation orientation = Orientation.UPRIGHT;

    private JpegFile(byte[] file) {
        this.from = ByteBuffer.wrap(file);
        this.kept = ByteBuffer.allocate(file.length);
    }

    static boolean isOne(byte[] file) {
        return file.length > 2 * Short.BYTES && marker(ByteBuffer.wrap(file), 0) == START && file[2] == (byte) 0xFF;
    }

    static SentPicture parse(byte[] file) {
        return new JpegFile(file).parse();
    }

    private SentPicture parse() {
        kept.putShort(from.getShort());
        while (marker(from, from.position()) != SCAN) {
            takeSegment();
        }
        requireScans();
        kept.put(from);
        var bytes = new byte[kept.position()];
        kept.get(0, bytes);
        return new SentPicture(PictureFormat.JPEG, bytes, width, height, Integer.BYTES, orientation);
    }

    private void takeSegment() {
        var marker = marker(from, from.position());
        if (marker == 0xFFFF) {
            from.get(); // any number of them may stand before a marker
            return;
        }
        var segment = from.slice(from.position(), Short.BYTES + marker(from, from.position() + Short.BYTES));
        if (marker < 0xFFC0 || segment.remaining() < 2 * Short.BYTES) {
            throw BrandingReason.PICTURE_UNREADABLE.refusal();
        }
        from.position(from.position() + segment.remaining());
        if (marker == EXIF && begins(segment, "Exif\0\0")) {
            orientation = Orientation.read(segment.position(2 * Short.BYTES + 6).slice());
        } else if (isFrame(marker)) {
            height = segment.getShort(5) & 0xFFFF;
            width = segment.getShort(7) & 0xFFFF;
        }
        if (isKept(marker, segment)) {
            kept.put(segment.rewind());
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xFFC0 && marker <= 0xFFCF && !NO_FRAMES.contains(marker);
    }

    /** Of what is no part of the picture, only how its colours are written. */
    private static boolean isKept(int marker, ByteBuffer segment) {
        return switch (marker) {
            case JFIF -> begins(segment, "JFIF\0");
            case ADOBE -> begins(segment, "Adobe");
            default -> marker < JFIF || marker > 0xFFEF && marker != COMMENT;
        };
    }

    private static boolean begins(ByteBuffer segment, String word) {
        var expected = ByteBuffer.wrap(word.getBytes(ISO_8859_1));
        var start = 2 * Short.BYTES;
        return segment.limit() >= start + expected.limit()
                && segment.slice(start, expected.limit()).equals(expected);
    }

    /** Java's reader would paint grey what was cut off. */
    private void requireScans() {
        var scans = 0;
        var hasEnd = false;
        for (var at = from.position(); at < from.limit() - 1; at++) {
            var marker = marker(from, at);
            scans += marker == SCAN ? 1 : 0;
            hasEnd |= marker == END;
        }
        if (scans > MOST_SCANS || !hasEnd) {
            throw BrandingReason.PICTURE_UNREADABLE.refusal();
        }
    }

    /** Of two bytes. */
    private static int marker(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xFFFF;
    }
}
