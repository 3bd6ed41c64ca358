package dev.latchkey.branding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A WebP (RFC 9649), chunk by chunk. Of an extended one, what is decoded alone is kept: the picture, and how transparent it is. How large it is
 * is read from the picture itself, for its head could say something else.
 */
final class WebPFile {

    private static final String LOSSY = "VP8 ";
    private static final String LOSSLESS = "VP8L";
    private static final String EXTENDED = "VP8X";
    private static final String ALPHA = "ALPH";
    private static final Set<String> ANIMATION = Set.of("ANIM", "ANMF");

    private static final int HEAD = 12;
    private static final int CHUNK_HEAD = 8;
    private static final int SIDE = 0x3FFF; // 14 bits
    private static final int START_CODE = 0x2A019D;
    private static final byte LOSSLESS_SIGNATURE = 0x2F;
    private static final int HAS_ALPHA = 0x10;

    private WebPFile() {}

    static boolean isOne(byte[] file) {
        return file.length > HEAD
                && word(file, 0).equals("RIFF")
                && word(file, CHUNK_HEAD).equals("WEBP");
    }

    static SentPicture parse(byte[] file) {
        var chunks = chunks(file);
        var lossy = chunks.get(LOSSY);
        if (lossy == null) {
            var lossless = lossless(chunks);
            return sent(lossless, lossless(lossless));
        }
        var alpha = chunks.get(ALPHA);
        var size = lossy(lossy);
        return sent(alpha == null ? lossy : join(extended(size), alpha, lossy), size);
    }

    /** The first of each name, its name and length included. */
    private static Map<String, ByteBuffer> chunks(byte[] file) {
        var from = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        from.limit(Math.addExact(from.getInt(Integer.BYTES), CHUNK_HEAD)).position(HEAD);
        var chunks = new HashMap<String, ByteBuffer>();
        while (from.remaining() >= CHUNK_HEAD) {
            var name = word(file, from.position());
            var length = Math.addExact(from.getInt(from.position() + Integer.BYTES), CHUNK_HEAD);
            chunks.putIfAbsent(name, from.slice(from.position(), length).order(ByteOrder.LITTLE_ENDIAN));
            from.position(Math.min(from.limit(), from.position() + length + length % 2));
        }
        if (chunks.keySet().stream().anyMatch(ANIMATION::contains)) {
            throw BrandingReason.PICTURE_UNREADABLE.refusal();
        }
        return chunks;
    }

    private static ByteBuffer lossless(Map<String, ByteBuffer> chunks) {
        var chunk = chunks.get(LOSSLESS);
        if (chunk == null) {
            throw BrandingReason.PICTURE_UNREADABLE.refusal();
        }
        return chunk;
    }

    /** RFC 6386, 9.1. */
    private static Size lossy(ByteBuffer chunk) {
        require((chunk.get(CHUNK_HEAD) & 1) == 0 && (chunk.getInt(CHUNK_HEAD + 3) & 0xFFFFFF) == START_CODE);
        return new Size(chunk.getShort(CHUNK_HEAD + 6) & SIDE, chunk.getShort(CHUNK_HEAD + 8) & SIDE);
    }

    /** RFC 9649, 3.4. */
    private static Size lossless(ByteBuffer chunk) {
        require(chunk.get(CHUNK_HEAD) == LOSSLESS_SIGNATURE);
        var bits = chunk.getInt(CHUNK_HEAD + 1);
        return new Size((bits & SIDE) + 1, (bits >>> 14 & SIDE) + 1);
    }

    private static void require(boolean isSo) {
        if (!isSo) {
            throw BrandingReason.PICTURE_UNREADABLE.refusal();
        }
    }

    private static ByteBuffer extended(Size size) {
        var head = ByteBuffer.allocate(CHUNK_HEAD + 10).order(ByteOrder.LITTLE_ENDIAN);
        head.put(EXTENDED.getBytes(ISO_8859_1)).putInt(10).putInt(HAS_ALPHA);
        head.putShort((short) (size.width - 1)).put((byte) 0); // of 24 bits each
        return head.putShort((short) (size.height - 1)).put((byte) 0).flip();
    }

    private static SentPicture sent(ByteBuffer chunks, Size size) {
        var bytes = new byte[HEAD + chunks.remaining() + chunks.remaining() % 2];
        var file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(ISO_8859_1)).putInt(bytes.length - CHUNK_HEAD);
        file.put("WEBP".getBytes(ISO_8859_1)).put(chunks);
        return new SentPicture(PictureFormat.WEBP, bytes, size.width, size.height, Integer.BYTES, Orientation.UPRIGHT);
    }

    /** Each begins at an even place. */
    private static ByteBuffer join(ByteBuffer... chunks) {
        var length = 0;
        for (var chunk : chunks) {
            length += chunk.remaining() + chunk.remaining() % 2;
        }
        var all = ByteBuffer.allocate(length);
        for (var chunk : chunks) {
            all.put(chunk);
            all.position(all.position() + all.position() % 2);
        }
        return all.flip();
    }

    private static String word(byte[] file, int at) {
        return new String(file, at, Integer.BYTES, ISO_8859_1);
    }

    private record Size(int width, int height) {}
}
