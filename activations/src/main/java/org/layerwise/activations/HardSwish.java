package org.layerwise.activations;

import org.layerwise.core.DenseMatrix;

/**
 * The input times a sigmoid of three straight pieces.
 *
 * <pre>{@code
 * a  = z · min(max(z + 3, 0), 6) / 6
 * dZ = 0  where z ≤ −3,  dA  where z ≥ 3,  else (z/3 + 1/2) dA
 * }</pre>
 *
 * <p>Shapes: element-wise, any. −∞ gives 0, ∞ stays ∞, NaN stays NaN.
 * <p>Source: Howard and others, "Searching for MobileNetV3", 2019.
 */
public record HardSwish() implements ScalarActivation {
    @Override
    public double value(double z) {
        return Gates.product(z, Math.min(Math.max(z + 3, 0), 6) / 6);
    }

    @Override
    public double derivative(double z, double a) {
        double inside = Masks.choice(Masks.positive(3 - z), Gates.within(z, -3, 3) / 3 + 0.5, 1);
        return Masks.positive(z + 3) * inside;
    }

    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        Loops.apply(this, HardSwish::values, z, a);
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Loops.backpropagate(this, HardSwish::gradients, z, a, dA, dZ);
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
