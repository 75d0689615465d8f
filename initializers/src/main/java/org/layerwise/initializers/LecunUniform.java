package org.layerwise.initializers;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;

/**
 * Uniform weights with variance {@code 1 / n[l-1]}, which keeps the scale of signals through tanh layers.
 *
 * <pre>{@code w = U[−limit, limit),  limit = sqrt(3 / fan_in)}</pre>
 *
 * <p>Shapes: any; row by row, one draw for each entry. The root is taken first, then multiplied.
 * <p>Source: LeCun, Bottou, Orr, Müller, "Efficient backprop", 1998.
 * <p>Differs from: nobody; Keras has the same.
 */
public record LecunUniform() implements Initializer {
    @Override
    public void initialize(DenseMatrix weights, Fan fan, RandomSource random) {
        double limit = Math.sqrt(3.0 / fan.in());
        Draws.uniform(weights, -limit, limit, random);
    }
}
