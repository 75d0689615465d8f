package org.layerwise.activations;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Elementary;

/**
 * The rectifier: passes positive inputs through and stops negative ones.
 *
 * <pre>{@code
 * a  = max(0, z)
 * dZ = dA  where z > 0, else 0
 * }</pre>
 *
 * <p>Shapes: element-wise, any. ∞ stays ∞, NaN stays NaN.
 * <p>Source: Nair, Hinton, "Rectified linear units improve restricted Boltzmann machines", 2010.
 * <p>Differs from: the course's formula, which gives z = 0 the derivative 1; its code gives 0, as here.
 */
public record Relu() implements ScalarActivation {
    @Override
    public double value(double z) {
        return Math.max(0.0, z);
    }

    @Override
    public double derivative(double z, double a) {
        return Masks.positive(z);
    }

    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        Loops.apply(this, Relu::values, z, a);
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Loops.backpropagate(this, Relu::gradients, z, a, dA, dZ);
    }

    @Override
    public boolean backpropagatesFromOutput() {
        return true;
    }

    private void values(double[] z, double[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = value(z[i]);
        }
    }

    private void gradients(double[] z, double[] a, double[] dA, double[] dZ, int from, int to) {
        Elementary.passWherePositive(a, dA, dZ, from, to);
    }
}
