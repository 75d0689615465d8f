package org.layerwise.activations;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Elementary;

/**
 * The logarithm of the logistic function.
 *
 * <pre>{@code
 * a  = ln(1 / (1 + e⁻ᶻ)) = min(z, 0) − ln(1 + e^−|z|)
 * dZ = dA / (1 + eᶻ) = dA · (1 − eᵃ)
 * }</pre>
 *
 * <p>Shapes: element-wise, any. No finite input overflows: far below zero a = z, far above it a = −e⁻ᶻ.
 * <p>Source: PyTorch, {@code LogSigmoid}.
 */
public record LogSigmoid() implements ScalarActivation {
    @Override
    public double value(double z) {
        return 0 - Elementary.softplus(-z);
    }

    @Override
    public double derivative(double z, double a) {
        return 0 - Elementary.expm1(a);
    }

    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        Loops.applyInBlocks(this, LogSigmoid::values, z, a);
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Loops.backpropagateInBlocks(this, LogSigmoid::gradients, z, a, dA, dZ);
    }

    private void values(double[] z, double[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = -z[i];
        }
        Elementary.softplus(a, a, from, to);
        for (int i = from; i < to; i++) {
            a[i] = 0 - a[i];
        }
    }

    private void gradients(double[] z, double[] a, double[] dA, double[] dZ, int from, int to) {
        Elementary.expm1OfNegative(a, dZ, from, to);
        for (int i = from; i < to; i++) {
            dZ[i] = dA[i] * (0 - dZ[i]);
        }
    }
}
