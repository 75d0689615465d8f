package org.layerwise.activations;

import static org.layerwise.core.Options.requireNonNegative;

import org.layerwise.core.DenseMatrix;

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
        return Math.max(z - lambda, 0) + Math.min(z + lambda, 0);
    }

    @Override
    public double derivative(double z, double a) {
        return Masks.positive(Math.abs(z) - lambda);
    }

    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        double[] from = z.values();
        double[] to = a.values();
        for (int i = 0; i < from.length; i++) {
            to[i] = value(from[i]);
        }
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        double[] zs = z.values();
        double[] from = dA.values();
        double[] to = dZ.values();
        for (int i = 0; i < zs.length; i++) {
            to[i] = from[i] * derivative(zs[i], 0);
        }
    }
}
