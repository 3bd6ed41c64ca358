package dev.latchkey.branding;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture that was sent, as far as its head tells: what it is, how large it would be, and which side is up.
 *
 * @param bytes without what a picture can do without: texts, colour profiles, small copies, and where it was taken
 * @param depth how many bytes a pixel of it takes
 */
record SentPicture(PictureFormat format, byte[] bytes, int width, int height, int depth, Orientation orientation) {

    private static final int LONGEST_SIDE = 4096;

    /** What becomes of one in memory: a node may have a heap of 128 MB, and a full heap ends it. */
    private static final int LARGEST_DECODED = 16 * 1024 * 1024; // bytes

    /** By its first bytes, whatever its sender or its name says. */
    static SentPicture parse(byte[] file) {
        try {
            return PictureFormat.of(file).parse(file);
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | ArithmeticException untrue) {
            throw BrandingReason.PICTURE_UNREADABLE.refusal();
        }
    }

    /** Before anything is decoded: a few bytes can stand for gigabytes. */
    void requireSize() {
        if (width < 1 || height < 1) {
            throw BrandingReason.PICTURE_UNREADABLE.refusal();
        }
        if (Math.max(width, height) > LONGEST_SIDE || (long) width * height > format.mostPixels()) {
            throw BrandingReason.PICTURE_TOO_LARGE.refusal();
        }
    }

    /** Of a large one, only each second or third pixel of each second or third row. */
    BufferedImage decode() {
        var reader = format.reader();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(stream, true, true);
            return decode(reader);
        } catch (IOException | RuntimeException broken) { // readers throw all kinds at what is none, or ends too early
            throw BrandingReason.PICTURE_UNREADABLE.refusal();
        } finally {
            reader.dispose();
        }
    }

    private BufferedImage decode(ImageReader reader) throws IOException {
        if (reader.getWidth(0) != width || reader.getHeight(0) != height) {
            throw BrandingReason.PICTURE_UNREADABLE.refusal();
        }
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step(), step(), 0, 0);
        return reader.read(0, how);
    }

    private int step() {
        var step = 1;
        while ((long) width * height * depth / ((long) step * step) > LARGEST_DECODED) {
            step++;
        }
        return step;
    }
}
