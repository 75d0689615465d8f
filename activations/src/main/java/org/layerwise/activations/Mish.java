package org.layerwise.activations;

import org.layerwise.core.Elementary;

/**
 * The input times the hyperbolic tangent of its softplus.
 *
 * <pre>{@code
 * a  = z t,  t = tanh(ln(1 + eᶻ)) = n / (n + 2),  n = eᶻ (eᶻ + 2)
 * dZ = dA · (t + z (1 − t²) / (1 + e⁻ᶻ))
 * }</pre>
 *
 * <p>Shapes: element-wise, any. −∞ gives 0, ∞ stays ∞, NaN stays NaN.
 * <p>Source: Misra, "Mish: a self regularized non-monotonic activation function", 2019.
 */
public record Mish() implements ScalarActivation {
    /** Above this t is 1 in double precision, and below it n does not overflow. */
    private static final double SATURATED = 40;

    @Override
    public double value(double z) {
        if (z > SATURATED) {
            return z;
        }
        double n = n(z);
        return Gates.product(z, n / (n + 2));
    }

    @Override
    public double derivative(double z, double a) {
        if (z > SATURATED) {
            return 1;
        }
        double n = n(z);
        double t = n / (n + 2);
        double oneMinusSquare = 2 / (n + 2) * (1 + t);
        return t + Gates.product(z, oneMinusSquare * Elementary.sigmoid(z));
    }

    private static double n(double z) {
        double e = Elementary.exp(z);
        return e * (e + 2);
    }
}
