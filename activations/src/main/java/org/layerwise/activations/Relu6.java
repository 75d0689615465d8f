package org.layerwise.activations;

import org.layerwise.core.DenseMatrix;

/**
 * A rectifier with a ceiling.
 *
 * <pre>{@code
 * a  = min(max(z, 0), 6)
 * dZ = dA  where 0 < z < 6, else 0
 * }</pre>
 *
 * <p>Shapes: element-wise, any. NaN stays NaN.
 * <p>Source: Krizhevsky, "Convolutional deep belief networks on CIFAR-10", 2010.
 */
public record Relu6() implements ScalarActivation {
    @Override
    public double value(double z) {
        return Math.min(Math.max(z, 0), 6);
    }

    @Override
    public double derivative(double z, double a) {
        return Masks.positive(Math.min(z, 6 - z));
    }

    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        Loops.apply(this, Relu6::values, z, a);
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Loops.backpropagate(this, Relu6::gradients, z, a, dA, dZ);
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
