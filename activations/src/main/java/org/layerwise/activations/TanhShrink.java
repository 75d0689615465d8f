package org.layerwise.activations;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Elementary;

/**
 * What the hyperbolic tangent leaves over.
 *
 * <pre>{@code
 * a  = z − tanh z
 * dZ = dA · tanh² z
 * }</pre>
 *
 * <p>Shapes: element-wise, any. ±∞ stays ±∞, NaN stays NaN. Near 0 the difference is exact to an ulp of z, not of a.
 * <p>Source: PyTorch, {@code Tanhshrink}.
 */
public record TanhShrink() implements ScalarActivation {
    @Override
    public double value(double z) {
        return z - Elementary.tanh(z);
    }

    @Override
    public double derivative(double z, double a) {
        double t = Elementary.tanh(z);
        return t * t;
    }

    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        Loops.applyInBlocks(this, TanhShrink::values, z, a);
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Loops.backpropagateInBlocks(this, TanhShrink::gradients, z, a, dA, dZ);
    }

    private void values(double[] z, double[] a, int from, int to) {
        Elementary.tanh(z, a, from, to);
        for (int i = from; i < to; i++) {
            a[i] = z[i] - a[i];
        }
    }

    private void gradients(double[] z, double[] a, double[] dA, double[] dZ, int from, int to) {
        Elementary.tanh(z, dZ, from, to);
        for (int i = from; i < to; i++) {
            dZ[i] = dA[i] * (dZ[i] * dZ[i]);
        }
    }
}
