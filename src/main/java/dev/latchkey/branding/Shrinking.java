package dev.latchkey.branding;

import java.util.Arrays;

/**
 * Makes a picture smaller: each pixel is the mean of what it covers, parts of pixels at its edges included. Without Java's own drawing, which
 * would load the libraries of a desktop.
 */
final class Shrinking {

    /** Alpha, and each colour times alpha: what is transparent has no colour. */
    private static final int CHANNELS = 4;

    private static final int MAX = 0xFF;

    private final int fromWidth;
    private final int fromHeight;
    private final int toWidth;
    private final int toHeight;

    Shrinking(int fromWidth, int fromHeight, int toWidth, int toHeight) {
        this.fromWidth = fromWidth;
        this.fromHeight = fromHeight;
        this.toWidth = toWidth;
        this.toHeight = toHeight;
    }

    Pixels shrink(RowReader picture) {
        var argb = new int[toWidth * toHeight];
        var row = new int[fromWidth];
        var narrow = new float[toWidth * CHANNELS];
        var sums = new float[toWidth * CHANNELS];
        var scale = (float) fromHeight / toHeight;
        var read = -1;
        for (var y = 0; y < toHeight; y++) {
            Arrays.fill(sums, 0);
            for (var from = (int) (y * scale); from < Math.min(fromHeight, Math.ceil((y + 1) * scale)); from++) {
                if (from > read) { // the row at an edge counts for two
                    picture.read(from, row);
                    narrow(row, narrow);
                    read = from;
                }
                add(narrow, overlap(from, y * scale, (y + 1) * scale), sums);
            }
            write(sums, argb, y * toWidth);
        }
        return new Pixels(toWidth, toHeight, argb);
    }

    private void narrow(int[] row, float[] narrow) {
        Arrays.fill(narrow, 0);
        var scale = (float) fromWidth / toWidth;
        for (var x = 0; x < toWidth; x++) {
            for (var from = (int) (x * scale); from < Math.min(fromWidth, Math.ceil((x + 1) * scale)); from++) {
                var alpha = (row[from] >>> 24) * overlap(from, x * scale, (x + 1) * scale);
                narrow[x * CHANNELS] += alpha;
                for (var color = 1; color < CHANNELS; color++) {
                    narrow[x * CHANNELS + color] += alpha * (row[from] >>> (CHANNELS - 1 - color) * Byte.SIZE & MAX);
                }
            }
        }
    }

    /** How much of the pixel from {@code at} to {@code at + 1} lies between these. */
    private static float overlap(int at, float begin, float end) {
        return Math.max(0, Math.min(at + 1, end) - Math.max(at, begin));
    }

    private static void add(float[] row, float weight, float[] sums) {
        for (var n = 0; n < sums.length; n++) {
            sums[n] += row[n] * weight;
        }
    }

    private void write(float[] sums, int[] argb, int start) {
        var area = (float) fromWidth / toWidth * fromHeight / toHeight;
        for (var x = 0; x < toWidth; x++) {
            var alpha = sums[x * CHANNELS];
            var pixel = Math.min(MAX, Math.round(alpha / area));
            for (var color = 1; color < CHANNELS; color++) {
                var mean = alpha == 0 ? 0 : Math.min(MAX, Math.round(sums[x * CHANNELS + color] / alpha));
                pixel = pixel << Byte.SIZE | mean;
            }
            argb[start + x] = pixel;
        }
    }

    /** Fills a row with the pixels at this height. */
    interface RowReader {

        void read(int y, int[] row);
    }
}
