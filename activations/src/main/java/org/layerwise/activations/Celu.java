package org.layerwise.activations;

import static org.layerwise.core.Options.requirePositive;

import org.layerwise.core.Elementary;

/**
 * The exponential linear unit whose derivative has no jump, whatever alpha.
 *
 * <pre>{@code
 * a  = z   where z > 0, else alpha (e^(z/alpha) − 1)
 * dZ = dA  where z > 0, else e^(z/alpha) dA
 * }</pre>
 *
 * <p>Shapes: element-wise, any. −∞ gives −alpha, ∞ stays ∞, NaN stays NaN.
 * <p>Source: Barron, "Continuously differentiable exponential linear units", 2017.
 * <p>Differs from: PyTorch, which takes negative values of alpha too.
 *
 * @param alpha size of the floor, above 0; default 1
 */
public record Celu(double alpha) implements ScalarActivation {
    /** With alpha 1. */
    public Celu() {
        this(1);
    }

    /** @throws org.layerwise.core.OptionException if alpha is not above 0 */
    public Celu {
        requirePositive("alpha", alpha);
    }

    @Override
    public double value(double z) {
        return z > 0 ? z : alpha * Elementary.expm1(z / alpha);
    }

    @Override
    public double derivative(double z, double a) {
        return z > 0 ? 1 : Elementary.exp(z / alpha);
    }
}
