package org.layerwise.activations;

import org.layerwise.core.Elementary;

/**
 * A bell around zero.
 *
 * <pre>{@code
 * a  = e^(−z²)
 * dZ = −2 z a dA
 * }</pre>
 *
 * <p>Shapes: element-wise, any. ±∞ gives 0, NaN stays NaN.
 * <p>Source: Broomhead, Lowe, "Multivariable functional interpolation and adaptive networks", 1988.
 */
public record Gaussian() implements ScalarActivation {
    @Override
    public double value(double z) {
        return Elementary.exp(-z * z);
    }

    @Override
    public double derivative(double z, double a) {
        return Gates.product(-2 * z, a);
    }
}
