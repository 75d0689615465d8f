package org.layerwise.regularizers;

import org.layerwise.core.DenseMatrix;

/**
 * Gives the incoming weights of each unit the length 1.
 *
 * <pre>{@code
 * w = w / ‖w‖      (w a row of W)
 * }</pre>
 *
 * <p>Shapes: W is (units, inputs), taken row by row; a row of zeros stays what it is.
 * <p>Source: Salimans, Kingma, "Weight normalization", 2016, after which the direction alone is learnt.
 * <p>Differs from: Keras, which divides by {@code ‖w‖ + 1e-7}.
 */
public record UnitNorm() implements Constraint {
    @Override
    public void apply(DenseMatrix weights) {
        for (int i = 0; i < weights.getRowDimension(); i++) {
            Rows.setNorm(weights, i, Rows.norm(weights, i), 1);
        }
    }
}
