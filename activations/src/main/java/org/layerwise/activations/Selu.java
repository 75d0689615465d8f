package org.layerwise.activations;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Elementary;

/**
 * The exponential linear unit whose two constants keep mean 0 and variance 1 from layer to layer.
 *
 * <pre>{@code
 * a  = λ z   where z > 0, else λ α (eᶻ − 1)        α = 1.6732632423543772, λ = 1.0507009873554805
 * dZ = λ dA  where z > 0, else λ α eᶻ dA
 * }</pre>
 *
 * <p>Shapes: element-wise, any. −∞ gives −λα, ∞ stays ∞, NaN stays NaN. Meant for {@code lecun_normal} weights and
 * {@code alpha_dropout}.
 * <p>Source: Klambauer, Unterthiner, Mayr, Hochreiter, "Self-normalizing neural networks", 2017.
 */
public record Selu() implements ScalarActivation {
    private static final double ALPHA = 1.6732632423543772;
    private static final double LAMBDA = 1.0507009873554805;

    @Override
    public double value(double z) {
        return joined(z, Elementary.expm1(Math.min(z, 0)));
    }

    @Override
    public double derivative(double z, double a) {
        return slope(z, Elementary.exp(Math.min(z, 0)));
    }

    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        Loops.applyInBlocks(this, Selu::values, z, a);
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Loops.backpropagateInBlocks(this, Selu::gradients, z, a, dA, dZ);
    }

    private void values(double[] z, double[] a, int from, int to) {
        Elementary.expm1OfNegative(z, a, from, to);
        for (int i = from; i < to; i++) {
            a[i] = joined(z[i], a[i]);
        }
    }

    private void gradients(double[] z, double[] a, double[] dA, double[] dZ, int from, int to) {
        for (int i = from; i < to; i++) {
            dZ[i] = Math.min(z[i], 0);
        }
        Elementary.exp(dZ, dZ, from, to);
        for (int i = from; i < to; i++) {
            dZ[i] = dA[i] * slope(z[i], dZ[i]);
        }
    }

    /** @param t {@code e^min(z, 0) − 1} */
    private static double joined(double z, double t) {
        return LAMBDA * (Math.max(z, 0) + ALPHA * t);
    }

    /** @param e {@code e^min(z, 0)} */
    private static double slope(double z, double e) {
        return LAMBDA * Masks.choice(Masks.positive(z), 1, ALPHA * e);
    }
}
