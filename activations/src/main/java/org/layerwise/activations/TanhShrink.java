package org.layerwise.activations;

import org.layerwise.core.Elementary;

/**
 * What the hyperbolic tangent leaves over.
 *
 * <pre>{@code
 * a  = z − tanh z
 * dZ = dA · tanh² z
 * }</pre>
 *
 * <p>Shapes: element-wise, any. ±∞ stays ±∞, NaN stays NaN. Near 0 the difference is exact to an ulp of z, not of a.
 * <p>Source: PyTorch, {@code Tanhshrink}.
 */
public record TanhShrink() implements ScalarActivation {
    @Override
    public double value(double z) {
        return z - Elementary.tanh(z);
    }

    @Override
    public double derivative(double z, double a) {
        double t = Elementary.tanh(z);
        return t * t;
    }
}
