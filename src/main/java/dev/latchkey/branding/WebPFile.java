package dev.latchkey.branding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * A WebP (RFC 9649), chunk by chunk. Only one that is lossy and opaque is taken, and of it the picture alone. How large it is is read there, for its
 * head could say something else.
 */
final class WebPFile {

    private static final String LOSSY = "VP8 ";

    /** Their decoder makes tables for as many codes as a few bytes say: a hundred bytes took 46 s and filled the heap. */
    private static final Set<String> LOSSLESS_OR_TRANSPARENT = Set.of("VP8L", "ALPH");

    private static final Set<String> ANIMATION = Set.of("ANIM", "ANMF");

    private static final int HEAD = 12;
    private static final int CHUNK_HEAD = 8;
    private static final int SIDE = 0x3FFF; // 14 bits
    private static final int START_CODE = 0x2A019D;

    private WebPFile() {}

    static boolean isOne(byte[] file) {
        return file.length > HEAD
                && word(file, 0).equals("RIFF")
                && word(file, CHUNK_HEAD).equals("WEBP");
    }

    static SentPicture parse(byte[] file) {
        var from = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        from.limit(Math.addExact(from.getInt(Integer.BYTES), CHUNK_HEAD)).position(HEAD);
        ByteBuffer picture = null;
        while (from.remaining() >= CHUNK_HEAD) {
            var name = word(file, from.position());
            var length = Math.addExact(from.getInt(from.position() + Integer.BYTES), CHUNK_HEAD);
            var chunk = from.slice(from.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            if (LOSSLESS_OR_TRANSPARENT.contains(name) || ANIMATION.contains(name)) {
                throw BrandingReason.PICTURE_UNREADABLE.refusal();
            }
            if (name.equals(LOSSY) && picture == null) {
                picture = chunk;
            }
            from.position(Math.min(from.limit(), from.position() + length + length % 2));
        }
        if (picture == null) {
            throw BrandingReason.PICTURE_UNREADABLE.refusal();
        }
        return alone(picture);
    }

    /** RFC 6386, 9.1. */
    private static SentPicture alone(ByteBuffer picture) {
        var isWhole = (picture.get(CHUNK_HEAD) & 1) == 0;
        if (!isWhole || (picture.getInt(CHUNK_HEAD + 3) & 0xFFFFFF) != START_CODE) {
            throw BrandingReason.PICTURE_UNREADABLE.refusal();
        }
        var width = picture.getShort(CHUNK_HEAD + 6) & SIDE;
        var height = picture.getShort(CHUNK_HEAD + 8) & SIDE;
        var bytes = new byte[HEAD + picture.limit() + picture.limit() % 2];
        var file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(ISO_8859_1)).putInt(bytes.length - CHUNK_HEAD);
        file.put("WEBP".getBytes(ISO_8859_1)).put(picture);
        return new SentPicture(PictureFormat.WEBP, bytes, width, height, Integer.BYTES, Orientation.UPRIGHT);
    }

    private static String word(byte[] file, int at) {
        return new String(file, at, Integer.BYTES, ISO_8859_1);
    }
}
