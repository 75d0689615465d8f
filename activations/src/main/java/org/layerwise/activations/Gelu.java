package org.layerwise.activations;

import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Elementary;

/**
 * The input times the normal distribution function, exactly or by its tanh approximation.
 *
 * <pre>{@code
 * none:  a = z Φ(z)                              dZ = dA · (Φ(z) + z φ(z))
 * tanh:  a = z s,  s = 1 / (1 + e^(−2u))         dZ = dA · (s + 2 a (1 − s) u′)
 *        u = √(2/π) (z + 0.044715 z³)            s = (1 + tanh u) / 2
 * }</pre>
 *
 * <p>Shapes: element-wise, any. −∞ gives 0, ∞ stays ∞, NaN stays NaN.
 * <p>Source: Hendrycks, Gimpel, "Gaussian error linear units", 2016.
 * <p>Differs from: Keras before version 2.6 and the first BERT, which took the approximation by default.
 *
 * @param approximate {@code none} (default) or {@code tanh}
 */
public record Gelu(@Alias("approximation") Approximation approximate) implements ScalarActivation {
    private static final double ROOT_OF_TWO_OVER_PI = 0.7978845608028654;
    private static final double CUBIC = 0.044715;
    /** Beyond it the gate is 0 or 1. */
    private static final double EDGE = 40;

    /** The exact function. */
    public Gelu() {
        this(Approximation.NONE);
    }

    /** How the normal distribution function is computed. */
    public enum Approximation {
        /** Exactly. */
        NONE,
        /** By a hyperbolic tangent. */
        TANH
    }

    @Override
    public double value(double z) {
        return approximate == Approximation.NONE
                ? Gates.product(z, NormalDistribution.cumulative(z))
                : Gates.product(z, Elementary.sigmoid(twiceU(z)));
    }

    @Override
    public double derivative(double z, double a) {
        return approximate == Approximation.NONE ? NormalDistribution.slope(z) : slope(z, Elementary.tail(twiceU(z)));
    }

    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        Loops.applyInBlocks(this, approximate == Approximation.NONE ? Gelu::values : Gelu::approximateValues, z, a);
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Loops.backpropagateInBlocks(
                this, approximate == Approximation.NONE ? Gelu::gradients : Gelu::approximateGradients, z, a, dA, dZ);
    }

    private void values(double[] z, double[] a, int from, int to) {
        NormalDistribution.cumulative(z, a, from, to);
        for (int i = from; i < to; i++) {
            a[i] = Gates.product(z[i], a[i]);
        }
    }

    private void gradients(double[] z, double[] a, double[] dA, double[] dZ, int from, int to) {
        NormalDistribution.slope(z, dZ, from, to);
        for (int i = from; i < to; i++) {
            dZ[i] *= dA[i];
        }
    }

    private void approximateValues(double[] z, double[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = twiceU(z[i]);
        }
        Elementary.sigmoid(a, a, from, to);
        for (int i = from; i < to; i++) {
            a[i] = Gates.product(z[i], a[i]);
        }
    }

    private void approximateGradients(double[] z, double[] a, double[] dA, double[] dZ, int from, int to) {
        for (int i = from; i < to; i++) {
            dZ[i] = twiceU(z[i]);
        }
        Elementary.tail(dZ, dZ, from, to);
        for (int i = from; i < to; i++) {
            dZ[i] = dA[i] * slope(z[i], dZ[i]);
        }
    }

    private static double twiceU(double z) {
        double x = Gates.within(z, -EDGE, EDGE);
        return 2 * ROOT_OF_TWO_OVER_PI * (x + CUBIC * x * x * x);
    }

    /** @param tail {@code e^−|2u|}; of s and 1 − s one is 1 / (1 + tail), the other tail / (1 + tail) */
    private static double slope(double z, double tail) {
        double x = Gates.within(z, -EDGE, EDGE);
        double larger = 1 / (1 + tail);
        double smaller = tail * larger;
        double positive = Masks.positive(x);
        double s = Masks.choice(positive, larger, smaller);
        double rest = Masks.choice(positive, smaller, larger);
        return s + x * s * rest * (2 * ROOT_OF_TWO_OVER_PI * (1 + 3 * CUBIC * x * x));
    }
}
