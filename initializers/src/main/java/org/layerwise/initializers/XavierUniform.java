package org.layerwise.initializers;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;

/**
 * Uniform weights with variance {@code 2 / (n[l-1] + n[l])}, a compromise between the ways forward and back.
 *
 * <pre>{@code w = U[−limit, limit),  limit = sqrt(6 / (fan_in + fan_out))}</pre>
 *
 * <p>Shapes: any; row by row, one draw for each entry. The root is taken first, then multiplied.
 * <p>Source: Glorot, Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010.
 * <p>Differs from: the course's "Xavier", which is {@code lecun_normal}.
 */
public record XavierUniform() implements Initializer {
    @Override
    public void initialize(DenseMatrix weights, Fan fan, RandomSource random) {
        double limit = Math.sqrt(6.0 / (fan.in() + (double) fan.out()));
        Draws.uniform(weights, -limit, limit, random);
    }
}
