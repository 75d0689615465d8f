package org.layerwise.dataio.augmentations;

import static org.layerwise.core.Options.requirePositive;

import org.layerwise.core.OptionException;
import org.layerwise.core.RandomSource;
import org.layerwise.dataio.Augmentation;
import org.layerwise.dataio.ImageShape;

/**
 * Adds a normal deviate to every value of images.
 *
 * <p>Differs from: the layer {@code gaussian_noise}, which takes features of any kind.
 *
 * @param standardDeviation of the deviates, in the units of the transformed values, above 0; default 0.05
 */
public record PixelNoise(double standardDeviation) implements Augmentation {
    public PixelNoise() {
        this(0.05);
    }

    /** @throws OptionException if standard_deviation is not positive */
    public PixelNoise {
        requirePositive("standard_deviation", standardDeviation);
    }

    @Override
    public void apply(ImageShape shape, double[] image, double[] changed, RandomSource random) {
        for (int i = 0; i < image.length; i++) {
            changed[i] = image[i] + standardDeviation * random.nextGaussian();
        }
    }
}
