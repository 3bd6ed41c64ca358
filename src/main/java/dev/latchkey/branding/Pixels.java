package dev.latchkey.branding;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.util.Arrays;

/** A picture, row by row, each pixel as Java's ARGB. */
final class Pixels {

    private static final int OPAQUE = 0xFF;
    private static final int WHITE = 0xFFFFFF;

    private final int width;
    private final int height;
    private final int[] argb;

    Pixels(int width, int height, int[] argb) {
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    /** As large as may be, and no larger than it was. */
    static Pixels shrink(BufferedImage image, double widest, double highest) {
        var scale = Math.max(1, Math.max(image.getWidth() / widest, image.getHeight() / highest));
        var width = (int) Math.max(1, Math.round(image.getWidth() / scale));
        var height = (int) Math.max(1, Math.round(image.getHeight() / scale));
        return new Shrinking(image.getWidth(), image.getHeight(), width, height)
                .shrink((y, row) -> read(image, y, row));
    }

    /** Java takes grey for linear light where it reads it as a colour, and files do not mean it so. */
    private static void read(BufferedImage image, int y, int[] row) {
        var colors = image.getColorModel();
        if (!isGrey(colors)) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            return;
        }
        var raster = image.getRaster();
        var shift = colors.getComponentSize(0) - Byte.SIZE;
        var greys = raster.getSamples(0, y, row.length, 1, 0, (int[]) null);
        var alphas = colors.hasAlpha() ? raster.getSamples(0, y, row.length, 1, 1, (int[]) null) : null;
        for (var x = 0; x < row.length; x++) {
            var alpha = alphas == null ? OPAQUE : alphas[x] >> shift;
            row[x] = alpha << 24 | (greys[x] >> shift) * 0x010101;
        }
    }

    private static boolean isGrey(ColorModel colors) {
        return colors instanceof ComponentColorModel
                && colors.getColorSpace().getType() == ColorSpace.TYPE_GRAY
                && colors.getComponentSize(0) >= Byte.SIZE;
    }

    Pixels turn(Orientation orientation) {
        var isTurned = orientation.isLyingOnItsSide();
        var turned = new Pixels(isTurned ? height : width, isTurned ? width : height, new int[argb.length]);
        for (var y = 0; y < turned.height; y++) {
            for (var x = 0; x < turned.width; x++) {
                turned.argb[y * turned.width + x] = argb[orientation.place(x, y, width, height)];
            }
        }
        return turned;
    }

    BufferedImage toImage() {
        var type = Arrays.stream(argb).allMatch(pixel -> pixel >>> 24 == OPAQUE)
                ? BufferedImage.TYPE_INT_RGB
                : BufferedImage.TYPE_INT_ARGB;
        return toImage(type, argb);
    }

    /** For a format that knows nothing transparent. */
    BufferedImage toImageOnWhite() {
        return toImage(
                BufferedImage.TYPE_INT_RGB,
                Arrays.stream(argb).map(Pixels::onWhite).toArray());
    }

    private BufferedImage toImage(int type, int[] pixels) {
        var image = new BufferedImage(width, height, type);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }

    private static int onWhite(int pixel) {
        var alpha = pixel >>> 24;
        var mixed = 0;
        for (var shift = 0; shift < 24; shift += Byte.SIZE) {
            var color = pixel >> shift & OPAQUE;
            var white = WHITE >> shift & OPAQUE;
            mixed |= (color * alpha + white * (OPAQUE - alpha)) / OPAQUE << shift;
        }
        return mixed;
    }
}
