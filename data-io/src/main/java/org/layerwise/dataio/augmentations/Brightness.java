package org.layerwise.dataio.augmentations;

import static org.layerwise.core.Options.require;

import org.layerwise.core.OptionException;
import org.layerwise.core.RandomSource;
import org.layerwise.dataio.Augmentation;
import org.layerwise.dataio.ImageShape;

/**
 * Makes images lighter or darker: multiplies all values by a random factor.
 *
 * <pre>{@code x (1 + (2u - 1) by),   u uniform in [0, 1)}</pre>
 *
 * <p>Takes 0 for black, so it belongs to values that are scaled, not standardized.
 * <p>Source: torchvision, {@code ColorJitter}. Differs from: torchvision, which cuts off what becomes lighter than white.
 *
 * @param by the greatest part by which values grow or shrink, in (0, 1]; default 0.2
 */
public record Brightness(double by) implements Augmentation {
    public Brightness() {
        this(0.2);
    }

    /** @throws OptionException if by is out of range */
    public Brightness {
        require(by > 0 && by <= 1, "by", by, "in (0, 1]");
    }

    @Override
    public void apply(ImageShape shape, double[] image, double[] changed, RandomSource random) {
        double factor = 1 + (2 * random.nextDouble() - 1) * by;
        for (int i = 0; i < image.length; i++) {
            changed[i] = image[i] * factor;
        }
    }
}
