package org.layerwise.regularizers;

import org.layerwise.core.DenseMatrix;

/**
 * Sets negative weights to 0.
 *
 * <pre>{@code
 * w = max(0, w)
 * }</pre>
 *
 * <p>Shapes: any; element-wise.
 * <p>Source: Lee, Seung, "Learning the parts of objects by non-negative matrix factorization", 1999; Keras, {@code NonNeg}.
 */
public record NonNegative() implements Constraint {
    @Override
    public void apply(DenseMatrix weights) {
        double[] w = weights.values();
        for (int i = 0; i < w.length; i++) {
            w[i] = Math.max(0.0, w[i]);
        }
    }
}
