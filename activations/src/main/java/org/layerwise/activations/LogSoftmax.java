package org.layerwise.activations;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Elementary;

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
        Columns.subtractMaximum(z, a);
        int columns = a.getColumnDimension();
        double[] as = a.values();
        for (int j = 0; j < columns; j++) {
            double sum = 0;
            for (int i = j; i < as.length; i += columns) {
                sum += Elementary.exp(as[i]);
            }
            double log = Elementary.log(sum);
            for (int i = j; i < as.length; i += columns) {
                as[i] -= log;
            }
        }
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        int columns = z.getColumnDimension();
        double[] as = a.values();
        double[] from = dA.values();
        double[] to = dZ.values();
        for (int j = 0; j < columns; j++) {
            double sum = 0;
            for (int i = j; i < as.length; i += columns) {
                sum += from[i];
            }
            for (int i = j; i < as.length; i += columns) {
                to[i] = from[i] - Elementary.exp(as[i]) * sum;
            }
        }
    }
}
