package org.layerwise.initializers;

import java.util.Arrays;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;

/**
 * Sets every entry to 0; the usual start of biases. Weights that all start at 0 never break their symmetry.
 *
 * <p>Shapes: any. Draws nothing.
 */
public record Zeros() implements Initializer {
    @Override
    public void initialize(DenseMatrix weights, Fan fan, RandomSource random) {
        Arrays.fill(weights.values(), 0);
    }
}
