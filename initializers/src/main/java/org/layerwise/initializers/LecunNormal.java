package org.layerwise.initializers;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;

/**
 * Normal weights with variance {@code 1 / n[l-1]}, which keeps the scale of signals through tanh layers.
 *
 * <pre>{@code w = sqrt(1 / fan_in) · N(0, 1)}</pre>
 *
 * <p>Shapes: any; row by row, one deviate for each entry. The root is taken first, then multiplied.
 * <p>Source: LeCun, Bottou, Orr, Müller, "Efficient backprop", 1998.
 * <p>Differs from: Keras, which cuts the distribution at two standard deviations and rescales it; PyTorch does not.
 * The course's {@code randn / sqrt(n)} differs in the last bit.
 */
public record LecunNormal() implements Initializer {
    @Override
    public void initialize(DenseMatrix weights, Fan fan, RandomSource random) {
        Draws.normal(weights, 0, Math.sqrt(1.0 / fan.in()), random);
    }
}
