package org.layerwise.activations;

import static org.layerwise.core.Options.requireFinite;

import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;

/**
 * Passes inputs above a threshold through and replaces the others.
 *
 * <pre>{@code
 * a  = z   where z > threshold, else value
 * dZ = dA  where z > threshold, else 0
 * }</pre>
 *
 * <p>Shapes: element-wise, any. NaN stays NaN. The jump at the threshold has no derivative.
 * <p>Source: Konda, Memisevic, Krueger, "Zero-bias autoencoders and the benefits of co-adapting features", 2014.
 * <p>Differs from: PyTorch's {@code Threshold}, which has no defaults; they are those of Keras's {@code
 * ThresholdedReLU}.
 *
 * @param threshold any finite number; default 1
 * @param replacement what stands for inputs at or below the threshold, finite; default 0
 */
public record Threshold(
        @Alias("theta") double threshold, @Alias("value") double replacement) implements ScalarActivation {
    /** With threshold 1 and replacement 0. */
    public Threshold() {
        this(1, 0);
    }

    /** @throws org.layerwise.core.OptionException if an option is not finite */
    public Threshold {
        requireFinite("threshold", threshold);
        requireFinite("replacement", replacement);
    }

    @Override
    public double value(double z) {
        return Masks.choice(Masks.positive(z - threshold), Math.max(z, threshold), replacement);
    }

    @Override
    public double derivative(double z, double a) {
        return Masks.positive(z - threshold);
    }

    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        Loops.apply(this, Threshold::values, z, a);
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Loops.backpropagate(this, Threshold::gradients, z, a, dA, dZ);
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
