package org.layerwise.dataio.internal;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;

/** A decoded picture, taken line by line, so that no second picture is made of it. */
interface PixelLines {
    int width();

    int height();

    /** Writes the line's pixels: red, green and blue in the lower three bytes. */
    void read(int line, int[] rgb);

    /** The lines of an image in the colour space of screens; grey as it stands. */
    static PixelLines of(BufferedImage image) {
        ColorModel model = image.getColorModel();
        // Grey samples are taken as they stand: getRGB would change them, as Java takes grey for linear.
        boolean grey = !(model instanceof IndexColorModel) && image.getRaster().getNumBands() <= 2;
        return new OfImage(image, grey, (1 << model.getComponentSize(0)) - 1);
    }

    /**
     * Those of an image.
     *
     * @param grey whether its first channel is all there is to it
     * @param white the greatest sample of that
     */
    record OfImage(BufferedImage image, boolean grey, int white) implements PixelLines {
        @Override
        public int width() {
            return image.getWidth();
        }

        @Override
        public int height() {
            return image.getHeight();
        }

        @Override
        public void read(int line, int[] rgb) {
            if (!grey) {
                image.getRGB(0, line, rgb.length, 1, rgb, 0, rgb.length);
                return;
            }
            image.getRaster().getSamples(0, line, rgb.length, 1, 0, rgb);
            for (int x = 0; x < rgb.length; x++) {
                rgb[x] = (rgb[x] * 255 + white / 2) / white * 0x010101;
            }
        }
    }
}
