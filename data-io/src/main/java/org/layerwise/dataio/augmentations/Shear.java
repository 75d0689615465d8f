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
 * Slants images sideways by a random angle, either way.
 *
 * <pre>{@code column += tan((2u - 1) degrees) (row - middle row),   u uniform in [0, 1)}</pre>
 *
 * <p>Pixels are interpolated bilinearly.
 * <p>Source: torchvision, {@code RandomAffine}.
 *
 * @param degrees the greatest angle, in (0, 80]; default 10
 * @param fill the value of what comes from outside the image; default that of the nearest pixel of the edge
 */
public record Shear(double degrees, Optional<Double> fill) implements Augmentation {
    public Shear() {
        this(10, Optional.empty());
    }

    /** @throws OptionException if degrees is out of range */
    public Shear {
        require(degrees > 0 && degrees <= 80, "degrees", degrees, "in (0, 80]");
        fill.ifPresent(value -> requireFinite("fill", value));
    }

    @Override
    public void apply(ImageShape shape, double[] image, double[] changed, RandomSource random) {
        by(StrictMath.tan(Math.toRadians((2 * random.nextDouble() - 1) * degrees)))
                .apply(shape, image, changed, fill);
    }

    static Resampling by(double slope) {
        return new Resampling(1, 0, slope, 1, 0, 0);
    }
}
