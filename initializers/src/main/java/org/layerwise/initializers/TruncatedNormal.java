package org.layerwise.initializers;

import static org.layerwise.core.Options.requireFinite;
import static org.layerwise.core.Options.requireNonNegative;

import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;

/**
 * Draws every entry from a normal distribution cut at two standard deviations.
 *
 * <pre>{@code w = mean + standard_deviation · z,  z ~ N(0, 1), drawn again while |z| > 2}</pre>
 *
 * <p>Shapes: any; row by row. The standard deviation of what is left is 0.8796 times the option.
 * <p>Source: Keras, {@code TruncatedNormal}, with its defaults.
 * <p>Differs from: PyTorch's {@code trunc_normal_}, which cuts at absolute limits.
 *
 * @param mean any finite number; default 0
 * @param standardDeviation before cutting, at least 0; default 0.05
 */
public record TruncatedNormal(
        double mean, @Alias({"stddev", "std"}) double standardDeviation) implements Initializer {
    /** With mean 0 and standard deviation 0.05. */
    public TruncatedNormal() {
        this(0, 0.05);
    }

    /** @throws org.layerwise.core.OptionException if an option is not finite or standard_deviation is below 0 */
    public TruncatedNormal {
        requireFinite("mean", mean);
        requireNonNegative("standard_deviation", standardDeviation);
    }

    @Override
    public void initialize(DenseMatrix weights, Fan fan, RandomSource random) {
        Draws.truncatedNormal(weights, mean, standardDeviation, random);
    }
}
