package org.layerwise.initializers;

import static org.layerwise.core.Options.requireFinite;
import static org.layerwise.core.Options.requireNonNegative;

import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;

/**
 * Draws every entry from a normal distribution.
 *
 * <pre>{@code w = mean + standard_deviation · N(0, 1)}</pre>
 *
 * <p>Shapes: any; row by row, one deviate for each entry. The course's {@code randn · 0.01} is a standard deviation of
 * 0.01.
 * <p>Differs from: PyTorch's {@code normal_}, whose default standard deviation is 1; 0.05 is Keras's.
 *
 * @param mean any finite number; default 0
 * @param standardDeviation at least 0; default 0.05
 */
public record Normal(double mean, @Alias({"stddev", "std"}) double standardDeviation) implements Initializer {
    /** With mean 0 and standard deviation 0.05. */
    public Normal() {
        this(0.05);
    }

    /** With mean 0. */
    public Normal(double standardDeviation) {
        this(0, standardDeviation);
    }

    /** @throws org.layerwise.core.OptionException if an option is not finite or standard_deviation is below 0 */
    public Normal {
        requireFinite("mean", mean);
        requireNonNegative("standard_deviation", standardDeviation);
    }

    @Override
    public void initialize(DenseMatrix weights, Fan fan, RandomSource random) {
        Draws.normal(weights, mean, standardDeviation, random);
    }
}
