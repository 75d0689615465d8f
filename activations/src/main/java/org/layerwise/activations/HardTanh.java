package org.layerwise.activations;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireFinite;

import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;

/**
 * Cuts its input at both ends.
 *
 * <pre>{@code
 * a  = min(max(z, min), max)
 * dZ = dA  where min < z < max, else 0
 * }</pre>
 *
 * <p>Shapes: element-wise, any. NaN stays NaN.
 * <p>Source: Collobert, "Large scale machine learning", 2004; PyTorch, {@code Hardtanh}.
 *
 * @param min the lower end, finite; default −1
 * @param max the upper end, finite, above min; default 1
 */
public record HardTanh(
        @Alias("min_val") double min, @Alias("max_val") double max) implements ScalarActivation {
    /** From −1 to 1. */
    public HardTanh() {
        this(-1, 1);
    }

    /** @throws org.layerwise.core.OptionException if an end is not finite or max is not above min */
    public HardTanh {
        requireFinite("min", min);
        requireFinite("max", max);
        require(max > min, "max", max, "> min (" + min + ")");
    }

    @Override
    public double value(double z) {
        return Math.min(Math.max(z, min), max);
    }

    @Override
    public double derivative(double z, double a) {
        return Masks.positive(Math.min(z - min, max - z));
    }

    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        Loops.apply(this, HardTanh::values, z, a);
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Loops.backpropagate(this, HardTanh::gradients, z, a, dA, dZ);
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
