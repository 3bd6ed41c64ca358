package dev.latchkey.branding;

/** A picture as it is kept and shown. */
final class Picture {

    private final String mediaType;
    private final byte[] bytes;

    Picture(String mediaType, byte[] bytes) {
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    String mediaType() {
        return mediaType;
    }

    byte[] bytes() {
        return bytes;
    }
}
