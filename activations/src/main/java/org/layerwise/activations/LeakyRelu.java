package org.layerwise.activations;

import static org.layerwise.core.Options.require;

import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;

/**
 * Passes positive inputs through and shrinks negative ones.
 *
 * <pre>{@code
 * a  = z   where z > 0, else slope * z
 * dZ = dA  where z > 0, else slope * dA
 * }</pre>
 *
 * <p>Shapes: element-wise, any. NaN stays NaN.
 * <p>Source: Maas, Hannun, Ng, "Rectifier nonlinearities improve neural network acoustic models", 2013.
 * <p>Differs from: Keras, whose default slope is 0.3 (in version 2) or 0.2 (in {@code leaky_relu}); PyTorch's is 0.01.
 * At z = 0 the derivative is slope.
 *
 * @param slope factor for negative inputs, in [0, 1); default 0.01
 */
public record LeakyRelu(@Alias({"negative_slope", "alpha"}) double slope) implements ScalarActivation {
    /** With slope 0.01. */
    public LeakyRelu() {
        this(0.01);
    }

    /** @throws org.layerwise.core.OptionException if slope is outside [0, 1) */
    public LeakyRelu {
        require(slope >= 0 && slope < 1, "slope", slope, "in [0, 1)");
    }

    @Override
    public double value(double z) {
        return Math.max(z, slope * z);
    }

    @Override
    public double derivative(double z, double a) {
        return Math.max(slope, Masks.positive(z));
    }

    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        Loops.apply(this, LeakyRelu::values, z, a);
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Loops.backpropagate(this, LeakyRelu::gradients, z, a, dA, dZ);
    }

    private void values(double[] z, double[] a, int from, int to) {
        double factor = slope;
        for (int i = from; i < to; i++) {
            a[i] = Math.max(z[i], factor * z[i]);
        }
    }

    private void gradients(double[] z, double[] a, double[] dA, double[] dZ, int from, int to) {
        double factor = slope;
        for (int i = from; i < to; i++) {
            dZ[i] = dA[i] * Math.max(factor, Masks.positive(z[i]));
        }
    }
}
