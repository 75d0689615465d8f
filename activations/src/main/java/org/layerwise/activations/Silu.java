package org.layerwise.activations;

import static org.layerwise.core.Options.requirePositive;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Elementary;

/**
 * The input times its own sigmoid; also called swish.
 *
 * <pre>{@code
 * a  = z s,  s = 1 / (1 + e^(−beta z))
 * dZ = dA · (s + beta a (1 − s))
 * }</pre>
 *
 * <p>Shapes: element-wise, any. −∞ gives 0, ∞ stays ∞, NaN stays NaN.
 * <p>Source: Elfwing, Uchibe, Doya, "Sigmoid-weighted linear units", 2017; with beta: Ramachandran, Zoph, Le,
 * "Searching for activation functions", 2017.
 *
 * @param beta steepness, above 0; default 1
 */
public record Silu(double beta) implements ScalarActivation {
    /** With beta 1. */
    public Silu() {
        this(1);
    }

    /** @throws org.layerwise.core.OptionException if beta is not above 0 */
    public Silu {
        requirePositive("beta", beta);
    }

    @Override
    public double value(double z) {
        return Gates.product(z, Elementary.sigmoid(beta * z));
    }

    @Override
    public double derivative(double z, double a) {
        return slope(a, Elementary.sigmoid(beta * z));
    }

    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        Loops.applyInBlocks(this, Silu::values, z, a);
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Loops.backpropagateInBlocks(this, Silu::gradients, z, a, dA, dZ);
    }

    private void values(double[] z, double[] a, int from, int to) {
        sigmoid(z, a, from, to);
        for (int i = from; i < to; i++) {
            a[i] = Gates.product(z[i], a[i]);
        }
    }

    private void gradients(double[] z, double[] a, double[] dA, double[] dZ, int from, int to) {
        sigmoid(z, dZ, from, to);
        for (int i = from; i < to; i++) {
            dZ[i] = dA[i] * slope(a[i], dZ[i]);
        }
    }

    private void sigmoid(double[] z, double[] s, int from, int to) {
        if (beta == 1) {
            Elementary.sigmoid(z, s, from, to);
            return;
        }
        for (int i = from; i < to; i++) {
            s[i] = beta * z[i];
        }
        Elementary.sigmoid(s, s, from, to);
    }

    private double slope(double a, double s) {
        return s + Math.min(a, Double.MAX_VALUE) * (1 - s) * beta;
    }
}
