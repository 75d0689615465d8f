package org.layerwise.activations;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Probabilities;

/**
 * Probabilities that are large where the input is small.
 *
 * <pre>{@code
 * a_i  = e^(min z − z_i) / Σ_k e^(min z − z_k)
 * dZ_i = −a_i (dA_i − Σ_k a_k dA_k)
 * }</pre>
 *
 * <p>Shapes: (units, examples); works on each column, and no finite input gives NaN.
 * <p>Source: PyTorch, {@code Softmin}.
 */
public record Softmin() implements Activation {
    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        negate(z.values(), a.values());
        Probabilities.softmax(a, a);
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Probabilities.differentiateSoftmax(a, dA, dZ);
        negate(dZ.values(), dZ.values());
    }

    private static void negate(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = -x[i];
        }
    }
}
