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
        Elementary.sigmoid(z.values(), a.values());
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        double[] as = a.values();
        double[] from = dA.values();
        double[] to = dZ.values();
        for (int i = 0; i < as.length; i++) {
            to[i] = from[i] * (as[i] * (1 - as[i]));
        }
    }

    @Override
    public boolean backpropagatesFromOutput() {
        return true;
    }
}
