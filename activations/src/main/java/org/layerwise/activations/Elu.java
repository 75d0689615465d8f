package org.layerwise.activations;

import static org.layerwise.core.Options.requireNonNegative;

import org.layerwise.core.DenseMatrix;
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
        return joined(z, Elementary.expm1(Math.min(z, 0)));
    }

    @Override
    public double derivative(double z, double a) {
        return slope(z, Elementary.exp(Math.min(z, 0)));
    }

    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        Loops.applyInBlocks(this, Elu::values, z, a);
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Loops.backpropagateInBlocks(this, Elu::gradients, z, a, dA, dZ);
    }

    private void values(double[] z, double[] a, int from, int to) {
        Elementary.expm1OfNegative(z, a, from, to);
        for (int i = from; i < to; i++) {
            a[i] = joined(z[i], a[i]);
        }
    }

    private void gradients(double[] z, double[] a, double[] dA, double[] dZ, int from, int to) {
        for (int i = from; i < to; i++) {
            dZ[i] = Math.min(z[i], 0);
        }
        Elementary.exp(dZ, dZ, from, to);
        for (int i = from; i < to; i++) {
            dZ[i] = dA[i] * slope(z[i], dZ[i]);
        }
    }

    /** @param t {@code e^min(z, 0) − 1} */
    private double joined(double z, double t) {
        return Math.max(z, 0) + alpha * t;
    }

    /** @param e {@code e^min(z, 0)} */
    private double slope(double z, double e) {
        return Masks.choice(Masks.positive(z), 1, alpha * e);
    }
}
