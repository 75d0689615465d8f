package org.layerwise.activations;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Elementary;

/**
 * The exponential function, for outputs that are rates.
 *
 * <pre>{@code
 * a  = eᶻ
 * dZ = dA · a
 * }</pre>
 *
 * <p>Shapes: element-wise, any. Above 709.78 it is ∞; −∞ gives 0, NaN stays NaN.
 * <p>Source: Keras, {@code exponential}.
 */
public record Exponential() implements ScalarActivation {
    @Override
    public double value(double z) {
        return Elementary.exp(z);
    }

    @Override
    public double derivative(double z, double a) {
        return a;
    }

    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        Loops.apply(this, Exponential::values, z, a);
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Loops.backpropagate(this, Exponential::gradients, z, a, dA, dZ);
    }

    private void values(double[] z, double[] a, int from, int to) {
        Elementary.exp(z, a, from, to);
    }

    private void gradients(double[] z, double[] a, double[] dA, double[] dZ, int from, int to) {
        for (int i = from; i < to; i++) {
            dZ[i] = dA[i] * a[i];
        }
    }
}
