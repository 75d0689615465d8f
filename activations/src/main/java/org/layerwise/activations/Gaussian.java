package org.layerwise.activations;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Elementary;

/**
 * A bell around zero.
 *
 * <pre>{@code
 * a  = e^(−z²)
 * dZ = −2 z a dA
 * }</pre>
 *
 * <p>Shapes: element-wise, any. ±∞ gives 0, NaN stays NaN.
 * <p>Source: Broomhead, Lowe, "Multivariable functional interpolation and adaptive networks", 1988.
 */
public record Gaussian() implements ScalarActivation {
    /** Beyond it a is 0. */
    private static final double FAR = 100;

    @Override
    public double value(double z) {
        return Elementary.exp(-z * z);
    }

    @Override
    public double derivative(double z, double a) {
        return -2 * Gates.within(z, -FAR, FAR) * a;
    }

    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        Loops.applyInBlocks(this, Gaussian::values, z, a);
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Loops.backpropagate(this, Gaussian::gradients, z, a, dA, dZ);
    }

    private void values(double[] z, double[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = -z[i] * z[i];
        }
        Elementary.exp(a, a, from, to);
    }

    private void gradients(double[] z, double[] a, double[] dA, double[] dZ, int from, int to) {
        for (int i = from; i < to; i++) {
            dZ[i] = dA[i] * derivative(z[i], a[i]);
        }
    }
}
