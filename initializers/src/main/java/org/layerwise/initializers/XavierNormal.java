package org.layerwise.initializers;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;

/**
 * Normal weights with variance {@code 2 / (n[l-1] + n[l])}, a compromise between the ways forward and back.
 *
 * <pre>{@code w = sqrt(2 / (fan_in + fan_out)) · N(0, 1)}</pre>
 *
 * <p>Shapes: any; row by row, one deviate for each entry. The root is taken first, then multiplied.
 * <p>Source: Glorot, Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010.
 * <p>Differs from: Keras, which cuts the distribution at two standard deviations and rescales it; PyTorch does not.
 */
public record XavierNormal() implements Initializer {
    @Override
    public void initialize(DenseMatrix weights, Fan fan, RandomSource random) {
        Draws.normal(weights, 0, Math.sqrt(2.0 / (fan.in() + (double) fan.out())), random);
    }
}
