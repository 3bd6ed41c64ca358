package dev.latchkey.branding;

import java.util.Arrays;
import java.util.Locale;

/** What a location shows of itself, and how large that is kept. */
public enum PictureKind {
    /** Drawn, and often on nothing: a PNG keeps both. */
    LOGO(512, 512, "image/png"),
    /** A photograph. */
    IMAGE(1600, 1200, "image/jpeg");

    private final int widest;
    private final int highest;
    private final String mediaType;

    PictureKind(int widest, int highest, String mediaType) {
        this.widest = widest;
        this.highest = highest;
        this.mediaType = mediaType;
    }

    static PictureKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(BrandingReason.PICTURE_NOT_FOUND::refusal);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    int widest() {
        return widest;
    }

    int highest() {
        return highest;
    }

    String mediaType() {
        return mediaType;
    }
}
