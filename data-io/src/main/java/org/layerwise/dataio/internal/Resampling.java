package org.layerwise.dataio.internal;

import java.util.Optional;
import org.layerwise.dataio.ImageShape;

/**
 * Where each pixel of a changed image comes from, as an affine map about the image's centre, with bilinear interpolation.
 *
 * <pre>{@code
 * y = yy (row - (h-1)/2) + yx (column - (w-1)/2) + (h-1)/2 + dy
 * x = xy (row - (h-1)/2) + xx (column - (w-1)/2) + (w-1)/2 + dx
 * }</pre>
 *
 * <p>Outside the image lies the nearest pixel of its edge, or a constant. Source: SciPy, {@code ndimage.affine_transform} of
 * order 1, modes {@code nearest} and {@code grid-constant}.
 */
public record Resampling(double yy, double yx, double xy, double xx, double dy, double dx) {
    /** Writes the changed image. */
    public void apply(ImageShape shape, double[] image, double[] changed, Optional<Double> outside) {
        double centreY = (shape.height() - 1) / 2.0;
        double centreX = (shape.width() - 1) / 2.0;
        boolean nearest = outside.isEmpty();
        double constant = outside.orElse(0.0);
        int at = 0;
        for (int row = 0; row < shape.height(); row++) {
            for (int column = 0; column < shape.width(); column++) {
                double y = yy * (row - centreY) + yx * (column - centreX) + centreY + dy;
                double x = xy * (row - centreY) + xx * (column - centreX) + centreX + dx;
                int top = (int) Math.floor(y);
                int left = (int) Math.floor(x);
                double below = y - top;
                double right = x - left;
                for (int channel = 0; channel < shape.channels(); channel++) {
                    double upper = (1 - right) * pixel(shape, image, top, left, channel, nearest, constant)
                            + right * pixel(shape, image, top, left + 1, channel, nearest, constant);
                    double lower = (1 - right) * pixel(shape, image, top + 1, left, channel, nearest, constant)
                            + right * pixel(shape, image, top + 1, left + 1, channel, nearest, constant);
                    changed[at++] = (1 - below) * upper + below * lower;
                }
            }
        }
    }

    private static double pixel(
            ImageShape shape, double[] image, int row, int column, int channel, boolean nearest, double constant) {
        boolean inside = row >= 0 && row < shape.height() && column >= 0 && column < shape.width();
        if (!inside && !nearest) {
            return constant;
        }
        int r = Math.max(0, Math.min(shape.height() - 1, row));
        int c = Math.max(0, Math.min(shape.width() - 1, column));
        return image[(r * shape.width() + c) * shape.channels() + channel];
    }
}
