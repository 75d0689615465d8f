package org.layerwise.dataio.augmentations;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireFinite;

import java.util.Optional;
import org.layerwise.core.OptionException;
import org.layerwise.core.RandomSource;
import org.layerwise.dataio.Augmentation;
import org.layerwise.dataio.ImageShape;
import org.layerwise.dataio.internal.Resampling;

/**
 * Moves images by a random part of their height and width, any way.
 *
 * <p>Down by {@code (2u - 1) height} of the image's height, right by {@code (2v - 1) width} of its width, u and v uniform in
 * [0, 1). Pixels are interpolated bilinearly.
 * <p>Source: Keras, {@code RandomTranslation}.
 *
 * @param height the greatest part of the height, in [0, 1]; default 0.1
 * @param width the greatest part of the width, in [0, 1]; default 0.1
 * @param fill the value of what comes from outside the image; default that of the nearest pixel of the edge
 */
public record Shift(double height, double width, Optional<Double> fill) implements Augmentation {
    public Shift() {
        this(0.1, 0.1, Optional.empty());
    }

    /** @throws OptionException if height or width is out of range */
    public Shift {
        require(height >= 0 && height <= 1, "height", height, "in [0, 1]");
        require(width >= 0 && width <= 1, "width", width, "in [0, 1]");
        fill.ifPresent(value -> requireFinite("fill", value));
    }

    @Override
    public void apply(ImageShape shape, double[] image, double[] changed, RandomSource random) {
        double down = (2 * random.nextDouble() - 1) * height * shape.height();
        double right = (2 * random.nextDouble() - 1) * width * shape.width();
        by(down, right).apply(shape, image, changed, fill);
    }

    static Resampling by(double down, double right) {
        return new Resampling(1, 0, 0, 1, -down, -right);
    }
}
