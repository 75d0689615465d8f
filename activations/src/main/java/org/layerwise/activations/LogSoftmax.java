package org.layerwise.activations;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Probabilities;

/**
 * The logarithms of the softmax probabilities.
 *
 * <pre>{@code
 * a_i  = z_i − max z − ln Σ_k e^(z_k − max z)
 * dZ_i = dA_i − e^(a_i) Σ_k dA_k
 * }</pre>
 *
 * <p>Shapes: (units, examples); works on each column, and no finite input gives NaN.
 * <p>Source: PyTorch, {@code LogSoftmax}.
 */
public record LogSoftmax() implements Activation {
    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        Probabilities.logSoftmax(z, a);
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Probabilities.differentiateLogSoftmax(a, dA, dZ);
    }
}
