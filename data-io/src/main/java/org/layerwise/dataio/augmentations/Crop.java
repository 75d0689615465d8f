package org.layerwise.dataio.augmentations;

import static org.layerwise.core.Options.require;

import java.util.Optional;
import org.layerwise.core.OptionException;
import org.layerwise.core.RandomSource;
import org.layerwise.dataio.Augmentation;
import org.layerwise.dataio.ImageShape;
import org.layerwise.dataio.internal.Resampling;

/**
 * Cuts a random window out of images and stretches it to their size.
 *
 * <p>The window's sides are a part s of the image's, {@code s = least + u (1 - least)}; it lies anywhere in the image. Corners
 * go to corners, pixels between are interpolated bilinearly.
 * <p>Source: torchvision, {@code RandomResizedCrop}. Differs from: torchvision, which counts the area and varies the ratio of
 * the sides.
 *
 * @param least the least part of each side that is kept, in (0, 1); default 0.8
 */
public record Crop(double least) implements Augmentation {
    public Crop() {
        this(0.8);
    }

    /** @throws OptionException if least is out of range */
    public Crop {
        require(least > 0 && least < 1, "least", least, "in (0, 1)");
    }

    @Override
    public void apply(ImageShape shape, double[] image, double[] changed, RandomSource random) {
        double side = least + random.nextDouble() * (1 - least);
        double down = (2 * random.nextDouble() - 1) * (1 - side) * (shape.height() - 1) / 2;
        double right = (2 * random.nextDouble() - 1) * (1 - side) * (shape.width() - 1) / 2;
        new Resampling(side, 0, 0, side, down, right).apply(shape, image, changed, Optional.empty());
    }
}
