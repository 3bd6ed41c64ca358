package dev.latchkey.branding;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The formats that are taken, and how each is told by its bytes. */
enum PictureFormat {
    PNG(PngFile::isOne, PngFile::parse, 12_500_000),
    JPEG(JpegFile::isOne, JpegFile::parse, 12_500_000),
    /** It is decoded whole before any of it is left out. */
    WEBP(WebPFile::isOne, WebPFile::parse, 4_000_000);

    private final Predicate<byte[]> test;
    private final Function<byte[], SentPicture> parser;
    private final int mostPixels;

    PictureFormat(Predicate<byte[]> test, Function<byte[], SentPicture> parser, int mostPixels) {
        this.test = test;
        this.parser = parser;
        this.mostPixels = mostPixels;
    }

    static PictureFormat of(byte[] file) {
        return Arrays.stream(values())
                .filter(format -> format.test.test(file))
                .findFirst()
                .orElseThrow(BrandingReason.PICTURE_UNREADABLE::refusal);
    }

    SentPicture parse(byte[] file) {
        return parser.apply(file);
    }

    int mostPixels() {
        return mostPixels;
    }

    /** To be disposed of. */
    ImageReader reader() {
        return this == WEBP
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByFormatName(name()).next();
    }
}
