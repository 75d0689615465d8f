package org.layerwise.activations;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Elementary;

/**
 * A smooth rectifier.
 *
 * <pre>{@code
 * a  = ln(1 + eᶻ) = max(z, 0) + ln(1 + e^−|z|)
 * dZ = dA / (1 + e⁻ᶻ) = dA · (1 − e⁻ᵃ)
 * }</pre>
 *
 * <p>Shapes: element-wise, any. No finite input overflows: far below zero a = eᶻ, far above it a = z.
 * <p>Source: Dugas, Bengio, Bélisle, Nadeau, Garcia, "Incorporating second-order functional knowledge", 2001.
 * <p>Differs from: PyTorch, which replaces a by z above 20.
 */
public record Softplus() implements ScalarActivation {
    @Override
    public double value(double z) {
        return Elementary.softplus(z);
    }

    @Override
    public double derivative(double z, double a) {
        return 0 - Elementary.expm1(-a);
    }

    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        Loops.apply(this, Softplus::values, z, a);
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Loops.backpropagateInBlocks(this, Softplus::gradients, z, a, dA, dZ);
    }

    private void values(double[] z, double[] a, int from, int to) {
        Elementary.softplus(z, a, from, to);
    }

    private void gradients(double[] z, double[] a, double[] dA, double[] dZ, int from, int to) {
        for (int i = from; i < to; i++) {
            dZ[i] = -a[i];
        }
        Elementary.expm1OfNegative(dZ, dZ, from, to);
        for (int i = from; i < to; i++) {
            dZ[i] = dA[i] * (0 - dZ[i]);
        }
    }
}
