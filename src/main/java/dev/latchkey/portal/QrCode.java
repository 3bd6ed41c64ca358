package dev.latchkey.portal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A QR code (ISO/IEC 18004) to be printed: black on white, and still read when a seventh of it is gone (level M). */
final class QrCode {

    /** In modules, the squares that it is made of: the margin that the standard asks for on each side. */
    private static final int QUIET_ZONE = 4;

    /** About so many pixels a side are ten centimetres at 300 dpi. */
    private static final int PRINTED = 1200;

    private static final String SVG = """
            <svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="100mm" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
            <title>%2$s</title><rect width="%1$d" height="%1$d" fill="#fff"/><path fill="#000" d="%3$s"/></svg>
            """;

    private final String text;
    private final ByteMatrix modules;

    private QrCode(String text, ByteMatrix modules) {
        this.text = text;
        this.modules = modules;
    }

    static QrCode of(String text) {
        try {
            return new QrCode(
                    text,
                    Encoder.encode(text, ErrorCorrectionLevel.M, hints(text)).getMatrix());
        } catch (WriterException e) {
            throw new IllegalStateException("a QR code has no room for an address of this length", e);
        }
    }

    /** Only what needs it says in which charset it is written, for old readers do not know that mark. */
    private static Map<EncodeHintType, ?> hints(String text) {
        return US_ASCII.newEncoder().canEncode(text) ? Map.of() : Map.of(EncodeHintType.CHARACTER_SET, UTF_8.name());
    }

    /** With its quiet zone, in modules. */
    private int side() {
        return modules.getWidth() + 2 * QUIET_ZONE;
    }

    private boolean isDark(int x, int y) {
        var column = x - QUIET_ZONE;
        var row = y - QUIET_ZONE;
        return column >= 0
                && row >= 0
                && column < modules.getWidth()
                && row < modules.getHeight()
                && modules.get(column, row) == 1;
    }

    byte[] toSvg() {
        return SVG.formatted(side(), escaped(text), path()).getBytes(UTF_8);
    }

    /** Each run of dark modules in a row is one rectangle. */
    private String path() {
        var path = new StringBuilder();
        for (var y = 0; y < side(); y++) {
            for (var x = 0; x < side(); x++) {
                var begin = x;
                while (isDark(x, y)) {
                    x++;
                }
                if (x > begin) {
                    path.append("M%d %dh%dv1h-%dz".formatted(begin, y, x - begin, x - begin));
                }
            }
        }
        return path.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** One bit a pixel, and a whole number of pixels a module. */
    byte[] toPng() {
        var scale = Math.max(1, Math.round((float) PRINTED / side()));
        var pixels = scale * side();
        var image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_BYTE_BINARY);
        var line = new int[pixels];
        for (var y = 0; y < side(); y++) {
            for (var x = 0; x < side(); x++) {
                Arrays.fill(line, x * scale, (x + 1) * scale, isDark(x, y) ? 0 : 1);
            }
            for (var n = 0; n < scale; n++) {
                image.getRaster().setSamples(0, y * scale + n, pixels, 1, 0, line);
            }
        }
        return encoded(image);
    }

    private static byte[] encoded(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) { // by itself it would use a file
            ImageIO.write(image, "png", stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
