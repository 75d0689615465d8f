package org.layerwise.initializers;

import java.util.Arrays;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;

/**
 * Sets every entry to 1.
 *
 * <p>Shapes: any. Draws nothing.
 */
public record Ones() implements Initializer {
    @Override
    public void initialize(DenseMatrix weights, Fan fan, RandomSource random) {
        Arrays.fill(weights.values(), 1);
    }
}
