package dev.latchkey.branding;

import dev.latchkey.overload.Bulkhead;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Reads what was sent, pixel by pixel, and writes a picture of our own: of what was hidden in the file, nothing is left. */
@ApplicationScoped
class ReencodingPicture {

    /** One at a time takes some 40 MB and a second or two. */
    private static final int AT_ONCE = 1;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int WAITING = 8;

    /** What strangers are shown in one answer. */
    private static final int LARGEST_KEPT = 512 * 1024; // bytes

    private static final double SMALLER = 0.75;
    private static final float QUALITY = 0.85f;

    private final Bulkhead bulkhead = new Bulkhead(AT_ONCE, PATIENCE, WAITING);

    /** Outside of any transaction, for it may wait. */
    Picture reencode(Path arrived, PictureKind kind) {
        try (var ignored = bulkhead.acquire()) {
            var sent = SentPicture.parse(Files.readAllBytes(arrived));
            sent.requireSize();
            return fit(sent.decode(), sent.orientation(), kind);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only noise, and pictures made to be large, need a second try. */
    private static Picture fit(BufferedImage image, Orientation orientation, PictureKind kind) {
        for (var part = 1.0; ; part *= SMALLER) {
            var bytes = encode(image, orientation, kind, part);
            if (bytes.length <= LARGEST_KEPT) {
                return new Picture(kind.mediaType(), bytes);
            }
        }
    }

    private static byte[] encode(BufferedImage image, Orientation orientation, PictureKind kind, double part) {
        var isTurned = orientation.isLyingOnItsSide();
        var pixels = Pixels.shrink(
                        image,
                        part * (isTurned ? kind.highest() : kind.widest()),
                        part * (isTurned ? kind.widest() : kind.highest()))
                .turn(orientation);
        return switch (kind) {
            case LOGO -> write(pixels.toImage(), "png");
            case IMAGE -> write(pixels.toImageOnWhite(), "jpeg");
        };
    }

    private static byte[] write(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) { // by itself it would use a file
            writer.setOutput(stream);
            var how = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
