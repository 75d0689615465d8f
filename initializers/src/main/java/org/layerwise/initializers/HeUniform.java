package org.layerwise.initializers;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;

/**
 * Uniform weights with variance {@code 2 / n[l-1]}, which keeps the scale of signals through ReLU layers.
 *
 * <pre>{@code w = U[−limit, limit),  limit = sqrt(6 / fan_in)}</pre>
 *
 * <p>Shapes: any; row by row, one draw for each entry. The root is taken first, then multiplied.
 * <p>Source: He, Zhang, Ren, Sun, "Delving deep into rectifiers", 2015.
 * <p>Differs from: PyTorch's {@code nn.Linear}, whose default takes 1 in place of 6.
 */
public record HeUniform() implements Initializer {
    @Override
    public void initialize(DenseMatrix weights, Fan fan, RandomSource random) {
        double limit = Math.sqrt(6.0 / fan.in());
        Draws.uniform(weights, -limit, limit, random);
    }
}
