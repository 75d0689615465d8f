package org.layerwise.dataio.internal;

import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageReader;

/**
 * JPEG images in cyan, magenta, yellow and black, of which the JDK makes no colours. Samples are inverted, as
 * Adobe began; colours become red, green and blue without a profile, as in Pillow.
 */
final class FourInks {
    private static final int INKS = 4;
    private static final int ADOBE = 0xEE;
    private static final int SCAN = 0xDA;
    private static final int WITH_LUMINANCE = 2;

    private FourInks() {}

    /** Whether a JPEG declares four channels; the JDK would take the fourth for transparency. */
    static boolean applies(ImageReader reader, byte[] file) throws IOException {
        return reader.canReadRaster() && Markers.of(file).channels() == INKS;
    }

    /** The picture in red, green and blue. */
    static PixelLines read(ImageReader reader, byte[] file) throws IOException {
        Raster inks = reader.readRaster(0, null);
        if (inks.getNumBands() != INKS) {
            throw new IOException(inks.getNumBands() + " channels; 1, 3 or 4 are expected");
        }
        return new Lines(inks, Markers.of(file).transform() == WITH_LUMINANCE);
    }

    private record Lines(Raster inks, boolean luminance) implements PixelLines {
        @Override
        public int width() {
            return inks.getWidth();
        }

        @Override
        public int height() {
            return inks.getHeight();
        }

        @Override
        public void read(int line, int[] rgb) {
            int[] sample = new int[INKS];
            for (int x = 0; x < rgb.length; x++) {
                inks.getPixel(x, line, sample);
                if (luminance) {
                    fromLuminance(sample);
                }
                int black = sample[3];
                rgb[x] = (mixed(sample[0], black) << 16) | (mixed(sample[1], black) << 8) | mixed(sample[2], black);
            }
        }
    }

    /** The light that an ink and black leave, all inverted: 255 is no ink. */
    private static int mixed(int ink, int black) {
        int product = (255 - ink) * black + 128;
        return black - (((product >> 8) + product) >> 8);
    }

    private static void fromLuminance(int[] sample) {
        double luminance = sample[0];
        double blue = sample[1] - 128.0;
        double red = sample[2] - 128.0;
        sample[0] = 255 - clamped(luminance + 1.402 * red);
        sample[1] = 255 - clamped(luminance - 0.344136 * blue - 0.714136 * red);
        sample[2] = 255 - clamped(luminance + 1.772 * blue);
    }

    private static int clamped(double value) {
        return (int) Math.max(0, Math.min(255, Math.rint(value)));
    }

    /**
     * What stands before the pixels.
     *
     * @param channels that the frame declares; 0 where there is no frame
     * @param transform what Adobe's marker says of the channels; 0 where there is none
     */
    private record Markers(int channels, int transform) {
        static Markers of(byte[] file) {
            int channels = 0;
            int transform = 0;
            int at = 2;
            while (at + 4 <= file.length && (file[at] & 0xff) == 0xff && (file[at + 1] & 0xff) != SCAN) {
                int marker = file[at + 1] & 0xff;
                int length = ((file[at + 2] & 0xff) << 8) | (file[at + 3] & 0xff);
                if (isFrame(marker) && at + 9 < file.length) {
                    channels = file[at + 9] & 0xff;
                }
                if (marker == ADOBE && length >= 14 && at + 15 < file.length && file[at + 4] == 'A') {
                    transform = file[at + 15] & 0xff;
                }
                at += 2 + length;
            }
            return new Markers(channels, transform);
        }

        private static boolean isFrame(int marker) {
            return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        }
    }
}
