package org.layerwise.activations;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Elementary;

/**
 * The input times the hyperbolic tangent of its softplus.
 *
 * <pre>{@code
 * a  = z t,  t = tanh(ln(1 + eᶻ)) = n / (n + 2),  n = eᶻ (eᶻ + 2)
 * dZ = dA · (t + z (1 − t²) / (1 + e⁻ᶻ))
 * }</pre>
 *
 * <p>Shapes: element-wise, any. −∞ gives 0, ∞ stays ∞, NaN stays NaN.
 * <p>Source: Misra, "Mish: a self regularized non-monotonic activation function", 2019.
 */
public record Mish() implements ScalarActivation {
    /** Above this t is 1 in double precision, and below it n does not overflow. */
    private static final double SATURATED = 40;
    /** Below this it is 0. */
    private static final double SHUT = -800;

    @Override
    public double value(double z) {
        return gated(z, Elementary.exp(Math.min(z, SATURATED)));
    }

    @Override
    public double derivative(double z, double a) {
        return slope(z, Elementary.exp(Math.min(z, SATURATED)));
    }

    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        Loops.applyInBlocks(this, Mish::values, z, a);
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Loops.backpropagateInBlocks(this, Mish::gradients, z, a, dA, dZ);
    }

    private void values(double[] z, double[] a, int from, int to) {
        exponentials(z, a, from, to);
        for (int i = from; i < to; i++) {
            a[i] = gated(z[i], a[i]);
        }
    }

    private void gradients(double[] z, double[] a, double[] dA, double[] dZ, int from, int to) {
        exponentials(z, dZ, from, to);
        for (int i = from; i < to; i++) {
            dZ[i] = dA[i] * slope(z[i], dZ[i]);
        }
    }

    private static void exponentials(double[] z, double[] e, int from, int to) {
        for (int i = from; i < to; i++) {
            e[i] = Math.min(z[i], SATURATED);
        }
        Elementary.exp(e, e, from, to);
    }

    private static double gated(double z, double e) {
        double n = e * (e + 2);
        return Gates.product(z, n / (n + 2));
    }

    private static double slope(double z, double e) {
        double n = e * (e + 2);
        double half = 1 / (n + 2);
        double t = n * half;
        double oneMinusSquare = 2 * half * (1 + t);
        return t + Gates.within(z, SHUT, SATURATED) * (oneMinusSquare * (e / (1 + e)));
    }
}
