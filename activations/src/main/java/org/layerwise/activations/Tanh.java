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
        Elementary.tanh(z.values(), a.values());
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        double[] as = a.values();
        double[] from = dA.values();
        double[] to = dZ.values();
        for (int i = 0; i < as.length; i++) {
            to[i] = from[i] * (1 - as[i] * as[i]);
        }
    }

    @Override
    public boolean backpropagatesFromOutput() {
        return true;
    }
}
