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
        double[] from = z.values();
        double[] to = a.values();
        for (int i = 0; i < from.length; i++) {
            to[i] = Math.max(0.0, from[i]);
        }
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Elementary.passWherePositive(a.values(), dA.values(), dZ.values());
    }

    @Override
    public boolean backpropagatesFromOutput() {
        return true;
    }
}
