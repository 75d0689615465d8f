package org.layerwise.activations;

import static org.layerwise.core.Options.requireNonNegative;

import org.layerwise.core.Elementary;

/**
 * The exponential linear unit.
 *
 * <pre>{@code
 * a  = z   where z > 0, else alpha (eᶻ − 1)
 * dZ = dA  where z > 0, else alpha eᶻ dA
 * }</pre>
 *
 * <p>Shapes: element-wise, any. −∞ gives −alpha, ∞ stays ∞, NaN stays NaN.
 * <p>Source: Clevert, Unterthiner, Hochreiter, "Fast and accurate deep network learning by ELUs", 2015.
 *
 * @param alpha size of the floor, at least 0; default 1
 */
public record Elu(double alpha) implements ScalarActivation {
    /** With alpha 1. */
    public Elu() {
        this(1);
    }

    /** @throws org.layerwise.core.OptionException if alpha is below 0 */
    public Elu {
        requireNonNegative("alpha", alpha);
    }

    @Override
    public double value(double z) {
        return z > 0 ? z : alpha * Elementary.expm1(z);
    }

    @Override
    public double derivative(double z, double a) {
        return z > 0 ? 1 : alpha * Elementary.exp(z);
    }
}
