package org.layerwise.activations;

import static org.layerwise.core.Options.requirePositive;

import org.layerwise.core.DenseMatrix;
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
        return joined(z, Elementary.expm1(scaled(z)));
    }

    @Override
    public double derivative(double z, double a) {
        return Elementary.exp(scaled(z));
    }

    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        Loops.applyInBlocks(this, Celu::values, z, a);
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Loops.backpropagateInBlocks(this, Celu::gradients, z, a, dA, dZ);
    }

    private void values(double[] z, double[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = scaled(z[i]);
        }
        Elementary.expm1OfNegative(a, a, from, to);
        for (int i = from; i < to; i++) {
            a[i] = joined(z[i], a[i]);
        }
    }

    private void gradients(double[] z, double[] a, double[] dA, double[] dZ, int from, int to) {
        for (int i = from; i < to; i++) {
            dZ[i] = scaled(z[i]);
        }
        Elementary.exp(dZ, dZ, from, to);
        for (int i = from; i < to; i++) {
            dZ[i] *= dA[i];
        }
    }

    private double scaled(double z) {
        return Math.min(z, 0) / alpha;
    }

    /** @param t {@code e^(min(z, 0)/alpha) − 1} */
    private double joined(double z, double t) {
        return Math.max(z, 0) + alpha * t;
    }
}
