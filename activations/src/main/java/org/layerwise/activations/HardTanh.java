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
        return Masks.positive(z - min) * Masks.positive(max - z);
    }

    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        double[] from = z.values();
        double[] to = a.values();
        for (int i = 0; i < from.length; i++) {
            to[i] = value(from[i]);
        }
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        double[] zs = z.values();
        double[] from = dA.values();
        double[] to = dZ.values();
        for (int i = 0; i < zs.length; i++) {
            to[i] = from[i] * derivative(zs[i], 0);
        }
    }
}
