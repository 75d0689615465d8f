package org.layerwise.activations;

import org.layerwise.core.Alias;
import org.layerwise.core.Elementary;

/**
 * The input times the normal distribution function, exactly or by its tanh approximation.
 *
 * <pre>{@code
 * none:  a = z Φ(z)                              dZ = dA · (Φ(z) + z φ(z))
 * tanh:  a = z s,  s = 1 / (1 + e^(−2u))         dZ = dA · (s + 2 a (1 − s) u′)
 *        u = √(2/π) (z + 0.044715 z³)            s = (1 + tanh u) / 2
 * }</pre>
 *
 * <p>Shapes: element-wise, any. −∞ gives 0, ∞ stays ∞, NaN stays NaN.
 * <p>Source: Hendrycks, Gimpel, "Gaussian error linear units", 2016.
 * <p>Differs from: Keras before version 2.6 and the first BERT, which took the approximation by default.
 *
 * @param approximate {@code none} (default) or {@code tanh}
 */
public record Gelu(@Alias("approximation") Approximation approximate) implements ScalarActivation {
    private static final double ROOT_OF_TWO_OVER_PI = 0.7978845608028654;
    private static final double CUBIC = 0.044715;

    /** The exact function. */
    public Gelu() {
        this(Approximation.NONE);
    }

    /** How the normal distribution function is computed. */
    public enum Approximation {
        /** Exactly. */
        NONE,
        /** By a hyperbolic tangent. */
        TANH
    }

    @Override
    public double value(double z) {
        return Gates.product(z, gate(z));
    }

    @Override
    public double derivative(double z, double a) {
        double gate = gate(z);
        if (approximate == Approximation.NONE) {
            return gate + Gates.product(z, NormalDistribution.density(z));
        }
        double rest = gate(-z); // 1 − gate, which would lose its digits
        double slope = 2 * ROOT_OF_TWO_OVER_PI * (1 + 3 * CUBIC * z * z);
        return gate == 0 || rest == 0 ? gate : gate + a * rest * slope;
    }

    private double gate(double z) {
        return approximate == Approximation.NONE
                ? NormalDistribution.cumulative(z)
                : Elementary.sigmoid(2 * ROOT_OF_TWO_OVER_PI * (z + CUBIC * z * z * z));
    }
}
