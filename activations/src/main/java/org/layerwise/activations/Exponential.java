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
        Elementary.exp(z.values(), a.values());
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        double[] as = a.values();
        double[] from = dA.values();
        double[] to = dZ.values();
        for (int i = 0; i < as.length; i++) {
            to[i] = from[i] * as[i];
        }
    }
}
