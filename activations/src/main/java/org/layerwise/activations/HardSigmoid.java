package org.layerwise.activations;

import static org.layerwise.core.Options.requireFinite;
import static org.layerwise.core.Options.requirePositive;

import org.layerwise.core.DenseMatrix;

/**
 * A sigmoid of three straight pieces.
 *
 * <pre>{@code
 * a  = min(max(slope · z + offset, 0), 1)
 * dZ = slope · dA  where 0 < a < 1, else 0
 * }</pre>
 *
 * <p>Shapes: element-wise, any. NaN stays NaN.
 * <p>Source: Courbariaux, Bengio, David, "BinaryConnect", 2015.
 * <p>Differs from: Keras before version 3, whose slope is 0.2; the default 1/6 is that of PyTorch and of Keras 3.
 *
 * @param slope above 0; default 1/6
 * @param offset value at z = 0, any finite number; default 0.5
 */
public record HardSigmoid(double slope, double offset) implements ScalarActivation {
    /** With slope 1/6 and offset 0.5. */
    public HardSigmoid() {
        this(1.0 / 6, 0.5);
    }

    /** @throws org.layerwise.core.OptionException if slope is not above 0 or offset not finite */
    public HardSigmoid {
        requirePositive("slope", slope);
        requireFinite("offset", offset);
    }

    @Override
    public double value(double z) {
        return Math.min(Math.max(slope * z + offset, 0), 1);
    }

    @Override
    public double derivative(double z, double a) {
        return slope * Masks.positive(Math.min(a, 1 - a));
    }

    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        Loops.apply(this, HardSigmoid::values, z, a);
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Loops.backpropagate(this, HardSigmoid::gradients, z, a, dA, dZ);
    }

    private void values(double[] z, double[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = value(z[i]);
        }
    }

    private void gradients(double[] z, double[] a, double[] dA, double[] dZ, int from, int to) {
        for (int i = from; i < to; i++) {
            dZ[i] = dA[i] * derivative(0, a[i]);
        }
    }
}
