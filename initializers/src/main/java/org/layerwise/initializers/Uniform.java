package org.layerwise.initializers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireFinite;

import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;

/**
 * Draws every entry evenly from an interval.
 *
 * <pre>{@code w = min + (max − min) · U[0, 1)}</pre>
 *
 * <p>Shapes: any; row by row, one draw for each entry.
 * <p>Differs from: PyTorch's {@code uniform_}, whose default interval is [0, 1); ±0.05 is Keras's.
 *
 * @param min the lower end, finite; default −0.05
 * @param max the upper end, finite, at least min; default 0.05
 */
public record Uniform(
        @Alias({"minval", "low"}) double min,
        @Alias({"maxval", "high"}) double max) implements Initializer {
    /** From −0.05 to 0.05. */
    public Uniform() {
        this(-0.05, 0.05);
    }

    /** @throws org.layerwise.core.OptionException if an end is not finite or max is below min */
    public Uniform {
        requireFinite("min", min);
        requireFinite("max", max);
        require(max >= min, "max", max, ">= min (" + min + ")");
        require(Double.isFinite(max - min), "max", max, "within the largest number of min (" + min + ")");
    }

    @Override
    public void initialize(DenseMatrix weights, Fan fan, RandomSource random) {
        Draws.uniform(weights, min, max, random);
    }
}
