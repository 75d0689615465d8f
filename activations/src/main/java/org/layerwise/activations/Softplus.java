package org.layerwise.activations;

import org.layerwise.core.Elementary;

/**
 * A smooth rectifier.
 *
 * <pre>{@code
 * a  = ln(1 + eᶻ) = max(z, 0) + ln(1 + e^−|z|)
 * dZ = dA / (1 + e⁻ᶻ)
 * }</pre>
 *
 * <p>Shapes: element-wise, any. No finite input overflows: far below zero a = eᶻ, far above it a = z.
 * <p>Source: Dugas, Bengio, Bélisle, Nadeau, Garcia, "Incorporating second-order functional knowledge", 2001.
 * <p>Differs from: PyTorch, which replaces a by z above 20.
 */
public record Softplus() implements ScalarActivation {
    @Override
    public double value(double z) {
        return Math.max(z, 0) + Elementary.log1p(Elementary.exp(-Math.abs(z)));
    }

    @Override
    public double derivative(double z, double a) {
        return Elementary.sigmoid(z);
    }
}
