package org.layerwise.activations;

import static org.layerwise.core.Options.requireNonNegative;

/**
 * Pulls every input towards zero by λ.
 *
 * <pre>{@code
 * a  = sign(z) · max(|z| − λ, 0)
 * dZ = dA  where |z| > λ, else 0
 * }</pre>
 *
 * <p>Shapes: element-wise, any. ±∞ stays ±∞, NaN stays NaN.
 * <p>Source: Donoho, Johnstone, "Ideal spatial adaptation by wavelet shrinkage", 1994.
 *
 * @param lambda λ, at least 0; default 0.5
 */
public record SoftShrink(double lambda) implements ScalarActivation {
    /** With λ = 0.5. */
    public SoftShrink() {
        this(0.5);
    }

    /** @throws org.layerwise.core.OptionException if lambda is below 0 */
    public SoftShrink {
        requireNonNegative("lambda", lambda);
    }

    @Override
    public double value(double z) {
        return Math.abs(z) <= lambda ? 0 : z - Math.copySign(lambda, z);
    }

    @Override
    public double derivative(double z, double a) {
        return Math.abs(z) > lambda ? 1 : 0;
    }
}
