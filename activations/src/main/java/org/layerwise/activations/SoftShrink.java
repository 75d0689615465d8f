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
        Loops.apply(this, SoftShrink::values, z, a);
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Loops.backpropagate(this, SoftShrink::gradients, z, a, dA, dZ);
    }

    private void values(double[] z, double[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = value(z[i]);
        }
    }

    private void gradients(double[] z, double[] a, double[] dA, double[] dZ, int from, int to) {
        for (int i = from; i < to; i++) {
            dZ[i] = dA[i] * derivative(z[i], 0);
        }
    }
}
