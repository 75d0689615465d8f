package org.layerwise.activations;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Elementary;

/**
 * The hyperbolic tangent.
 *
 * <pre>{@code
 * a  = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ)
 * dZ = dA · (1 − a²)
 * }</pre>
 *
 * <p>Shapes: element-wise, any. Every number has a value in [−1, 1]: −1 at −∞, 1 at ∞; NaN stays NaN.
 * <p>Source: LeCun, Bottou, Orr, Müller, "Efficient backprop", 1998.
 */
public record Tanh() implements ScalarActivation {
    @Override
    public double value(double z) {
        return Elementary.tanh(z);
    }

    @Override
    public double derivative(double z, double a) {
        return 1 - a * a;
    }

    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        Loops.apply(this, Tanh::values, z, a);
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Loops.backpropagate(this, Tanh::gradients, z, a, dA, dZ);
    }

    @Override
    public boolean backpropagatesFromOutput() {
        return true;
    }

    private void values(double[] z, double[] a, int from, int to) {
        Elementary.tanh(z, a, from, to);
    }

    private void gradients(double[] z, double[] a, double[] dA, double[] dZ, int from, int to) {
        for (int i = from; i < to; i++) {
            dZ[i] = dA[i] * derivative(0, a[i]);
        }
    }
}
