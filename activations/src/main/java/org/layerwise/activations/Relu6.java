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
        return Masks.positive(z) * Masks.positive(6 - z);
    }

    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        double[] from = z.values();
        double[] to = a.values();
        for (int i = 0; i < from.length; i++) {
            to[i] = value(from[i]);
        }
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        double[] zs = z.values();
        double[] from = dA.values();
        double[] to = dZ.values();
        for (int i = 0; i < zs.length; i++) {
            to[i] = from[i] * derivative(zs[i], 0);
        }
    }
}
