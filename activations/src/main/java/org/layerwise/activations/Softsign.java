package org.layerwise.activations;

import org.layerwise.core.DenseMatrix;

/**
 * The input divided by one plus its size.
 *
 * <pre>{@code
 * a  = z / (1 + |z|)
 * dZ = dA / (1 + |z|)²
 * }</pre>
 *
 * <p>Shapes: element-wise, any. Every number has a value in [−1, 1]: −1 at −∞, 1 at ∞; NaN stays NaN.
 * <p>Source: Bergstra, Desjardins, Lamblin, Bengio, "Quadratic polynomials learn better image features", 2009.
 */
public record Softsign() implements ScalarActivation {
    @Override
    public double value(double z) {
        double x = Gates.within(z, -Double.MAX_VALUE, Double.MAX_VALUE);
        return x / (1 + Math.abs(x));
    }

    @Override
    public double derivative(double z, double a) {
        double root = 1 / (1 + Math.abs(z));
        return root * root;
    }

    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        Loops.apply(this, Softsign::values, z, a);
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Loops.backpropagate(this, Softsign::gradients, z, a, dA, dZ);
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
