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
 * Turns images about their centre by a random angle, either way.
 *
 * <pre>{@code angle = (2u - 1) degrees,   u uniform in [0, 1)}</pre>
 *
 * <p>Pixels are interpolated bilinearly.
 * <p>Source: Keras, {@code RandomRotation}. Differs from: Keras, which counts in turns of 360 degrees.
 *
 * @param degrees the greatest angle, in (0, 180]; default 15
 * @param fill the value of what comes from outside the image; default that of the nearest pixel of the edge
 */
public record Rotate(double degrees, Optional<Double> fill) implements Augmentation {
    public Rotate() {
        this(15, Optional.empty());
    }

    /** @throws OptionException if degrees is out of range */
    public Rotate {
        require(degrees > 0 && degrees <= 180, "degrees", degrees, "in (0, 180]");
        fill.ifPresent(value -> requireFinite("fill", value));
    }

    @Override
    public void apply(ImageShape shape, double[] image, double[] changed, RandomSource random) {
        by(Math.toRadians((2 * random.nextDouble() - 1) * degrees)).apply(shape, image, changed, fill);
    }

    /** Positive angles turn the picture clockwise, rows counted downwards. */
    static Resampling by(double angle) {
        double sine = StrictMath.sin(angle);
        double cosine = StrictMath.cos(angle);
        return new Resampling(cosine, -sine, sine, cosine, 0, 0);
    }
}
