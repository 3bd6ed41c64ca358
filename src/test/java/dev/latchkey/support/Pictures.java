package dev.latchkey.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures to be sent, and what is shown of them. */
public final class Pictures {

    /** A PNG. */
    public static final byte[] SMALL = encoded(painted(8, 6, 0xffc02040), "png");

    private Pictures() {}

    /** Of one colour. */
    public static BufferedImage painted(int width, int height, int argb) {
        var type = argb >>> 24 == 0xff ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
        var picture = new BufferedImage(width, height, type);
        var pixels = new int[width * height];
        Arrays.fill(pixels, argb);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        return picture;
    }

    public static byte[] encoded(BufferedImage picture, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, bytes)) {
                throw new AssertionError("no " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static BufferedImage decoded(Response answer) {
        answer.then().statusCode(200);
        try {
            return ImageIO.read(new ByteArrayInputStream(answer.asByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a chunk more, right behind the head of the PNG. */
    public static byte[] withChunk(byte[] png, String name, byte[] data) {
        return inserted(png, 33, chunk(name, data));
    }

    /** A PNG whose head says so, and whose pixels are none. */
    public static byte[] claiming(int width, int height) {
        var head = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 6, 0, 0, 0});
        var png = new ByteArrayOutputStream();
        png.writeBytes(Arrays.copyOf(SMALL, 8));
        png.writeBytes(chunk("IHDR", head.array()));
        png.writeBytes(chunk("IDAT", new byte[] {1}));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    private static byte[] chunk(String name, byte[] data) {
        var checked = new byte[4 + data.length];
        System.arraycopy(name.getBytes(ISO_8859_1), 0, checked, 0, 4);
        System.arraycopy(data, 0, checked, 4, data.length);
        var sum = new CRC32();
        sum.update(checked);
        return ByteBuffer.allocate(checked.length + 8)
                .putInt(data.length)
                .put(checked)
                .putInt((int) sum.getValue())
                .array();
    }

    /** What a camera writes beside its pixels, right behind the start of the JPEG: which side is up, and a text. */
    public static byte[] fromACamera(byte[] jpeg, int orientation, String text) {
        var entries = ByteBuffer.allocate(26 + text.length());
        entries.put("MM".getBytes(ISO_8859_1)).putShort((short) 42).putInt(8).putShort((short) 1);
        entries.putShort((short) 274)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        entries.putInt(0).put(text.getBytes(ISO_8859_1));
        var exif = ByteBuffer.allocate(10 + entries.capacity());
        exif.putShort((short) 0xFFE1).putShort((short) (8 + entries.capacity()));
        exif.put("Exif\0\0".getBytes(ISO_8859_1)).put(entries.array());
        return inserted(jpeg, 2, exif.array());
    }

    private static byte[] inserted(byte[] file, int at, byte[] more) {
        var whole = new ByteArrayOutputStream();
        whole.write(file, 0, at);
        whole.writeBytes(more);
        whole.write(file, at, file.length - at);
        return whole.toByteArray();
    }
}
