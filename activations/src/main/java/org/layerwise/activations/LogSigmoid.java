package org.layerwise.activations;

import org.layerwise.core.Elementary;

/**
 * The logarithm of the logistic function.
 *
 * <pre>{@code
 * a  = ln(1 / (1 + e⁻ᶻ)) = min(z, 0) − ln(1 + e^−|z|)
 * dZ = dA / (1 + eᶻ)
 * }</pre>
 *
 * <p>Shapes: element-wise, any. No finite input overflows: far below zero a = z, far above it a = −e⁻ᶻ.
 * <p>Source: PyTorch, {@code LogSigmoid}.
 */
public record LogSigmoid() implements ScalarActivation {
    @Override
    public double value(double z) {
        return Math.min(z, 0) - Elementary.log1p(Elementary.exp(-Math.abs(z)));
    }

    @Override
    public double derivative(double z, double a) {
        return Elementary.sigmoid(-z);
    }
}
