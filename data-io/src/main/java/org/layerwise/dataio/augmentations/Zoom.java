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
 * Makes images larger or smaller about their centre by a random factor, both axes alike.
 *
 * <pre>{@code factor = 1 + (2u - 1) by,   u uniform in [0, 1)}</pre>
 *
 * <p>Pixels are interpolated bilinearly.
 * <p>Source: Keras, {@code RandomZoom}. Differs from: Keras, whose positive factors make smaller.
 *
 * @param by the greatest part by which an image grows or shrinks, in (0, 1); default 0.1
 * @param fill the value of what comes from outside the image; default that of the nearest pixel of the edge
 */
public record Zoom(double by, Optional<Double> fill) implements Augmentation {
    public Zoom() {
        this(0.1, Optional.empty());
    }

    /** @throws OptionException if by is out of range */
    public Zoom {
        require(by > 0 && by < 1, "by", by, "in (0, 1)");
        fill.ifPresent(value -> requireFinite("fill", value));
    }

    @Override
    public void apply(ImageShape shape, double[] image, double[] changed, RandomSource random) {
        times(1 + (2 * random.nextDouble() - 1) * by).apply(shape, image, changed, fill);
    }

    static Resampling times(double factor) {
        return new Resampling(1 / factor, 0, 0, 1 / factor, 0, 0);
    }
}
