package org.layerwise.activations;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Elementary;

/**
 * The logistic function.
 *
 * <pre>{@code
 * a  = 1 / (1 + e⁻ᶻ)
 * dZ = dA · a (1 − a)
 * }</pre>
 *
 * <p>Shapes: element-wise, any. Every number has a value in [0, 1]: 0 at −∞, 1 at ∞; NaN stays NaN.
 * <p>Source: Rumelhart, Hinton, Williams, "Learning representations by back-propagating errors", 1986.
 */
public record Sigmoid() implements ScalarActivation {
    @Override
    public double value(double z) {
        return Elementary.sigmoid(z);
    }

    @Override
    public double derivative(double z, double a) {
        return a * (1 - a);
    }

    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        Loops.apply(this, Sigmoid::values, z, a);
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Loops.backpropagate(this, Sigmoid::gradients, z, a, dA, dZ);
    }

    @Override
    public boolean backpropagatesFromOutput() {
        return true;
    }

    private void values(double[] z, double[] a, int from, int to) {
        Elementary.sigmoid(z, a, from, to);
    }

    private void gradients(double[] z, double[] a, double[] dA, double[] dZ, int from, int to) {
        for (int i = from; i < to; i++) {
            dZ[i] = dA[i] * derivative(0, a[i]);
        }
    }
}
