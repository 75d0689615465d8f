package org.layerwise.initializers;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;

/**
 * Normal weights with variance {@code 2 / n[l-1]}, which keeps the scale of signals through ReLU layers.
 *
 * <pre>{@code w = sqrt(2 / fan_in) · N(0, 1)}</pre>
 *
 * <p>Shapes: any; row by row, one deviate for each entry. The root is taken first, then multiplied.
 * <p>Source: He, Zhang, Ren, Sun, "Delving deep into rectifiers", 2015.
 * <p>Differs from: Keras, which cuts the distribution at two standard deviations and rescales it; PyTorch does not.
 */
public record HeNormal() implements Initializer {
    @Override
    public void initialize(DenseMatrix weights, Fan fan, RandomSource random) {
        Draws.normal(weights, 0, Math.sqrt(2.0 / fan.in()), random);
    }
}
