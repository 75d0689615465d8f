package org.layerwise.regularizers;

import static org.layerwise.core.Options.requireNonNegative;

import java.util.Arrays;
import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;

/**
 * Adds normal noise to activations.
 *
 * <pre>{@code
 * output = input + standard_deviation · N(0, 1)     (row by row)
 * slope  = 1
 * }</pre>
 *
 * <p>Shapes: any; one deviate for each entry.
 * <p>Source: Bishop, "Training with noise is equivalent to Tikhonov regularization", 1995.
 * <p>Differs from: Keras, where the deviation has no default.
 *
 * @param standardDeviation at least 0; default 0.1
 */
public record GaussianNoise(@Alias({"stddev", "std"}) double standardDeviation) implements Noise {
    /** With standard deviation 0.1. */
    public GaussianNoise() {
        this(0.1);
    }

    /** @throws org.layerwise.core.OptionException if standard_deviation is below 0 */
    public GaussianNoise {
        requireNonNegative("standard_deviation", standardDeviation);
    }

    @Override
    public void apply(DenseMatrix input, DenseMatrix output, DenseMatrix slope, RandomSource random) {
        double[] from = input.values();
        double[] to = output.values();
        Arrays.fill(slope.values(), 1);
        for (int i = 0; i < from.length; i++) {
            to[i] = from[i] + standardDeviation * random.nextGaussian();
        }
    }
}
