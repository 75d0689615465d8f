package org.layerwise.activations;

import org.layerwise.core.DenseMatrix;

/**
 * Passes every input through.
 *
 * <pre>{@code
 * a  = z
 * dZ = dA
 * }</pre>
 *
 * <p>Shapes: element-wise, any. NaN and infinity pass through.
 */
public record Linear() implements ScalarActivation {
    @Override
    public double value(double z) {
        return z;
    }

    @Override
    public double derivative(double z, double a) {
        return 1;
    }

    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        double[] from = z.values();
        System.arraycopy(from, 0, a.values(), 0, from.length);
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        double[] from = dA.values();
        System.arraycopy(from, 0, dZ.values(), 0, from.length);
    }
}
