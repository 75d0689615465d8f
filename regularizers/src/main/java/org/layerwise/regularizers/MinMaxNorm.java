package org.layerwise.regularizers;

import static org.layerwise.core.Options.require;

import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;

/**
 * Keeps the length of each unit's incoming weights between two limits, at once or by and by.
 *
 * <pre>{@code
 * n = min(max(‖w‖, min), max)
 * w = w · (rate · n + (1 − rate) ‖w‖) / ‖w‖      (w a row of W)
 * }</pre>
 *
 * <p>Shapes: W is (units, inputs), taken row by row; a row of zeros has no direction and stays what it is.
 * <p>Source: Keras, {@code MinMaxNorm}, whose defaults these are.
 * <p>Differs from: Keras, which divides by {@code ‖w‖ + 1e-7}.
 *
 * @param min the shortest ‖w‖, at least 0; default 0
 * @param max the longest ‖w‖, > 0 and at least min; default 1
 * @param rate the share of the way that one update goes, in (0, 1]; default 1
 */
public record MinMaxNorm(
        @Alias("min_value") double min, @Alias("max_value") double max, double rate) implements Constraint {
    /** Between 0 and 1, at once. */
    public MinMaxNorm() {
        this(0, 1, 1);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public MinMaxNorm {
        require(min >= 0 && min < Double.POSITIVE_INFINITY, "min", min, ">= 0");
        require(max > 0 && max < Double.POSITIVE_INFINITY, "max", max, "> 0");
        require(max >= min, "max", max, ">= min, which is " + min);
        require(rate > 0 && rate <= 1, "rate", rate, "in (0, 1]");
    }

    @Override
    public void apply(DenseMatrix weights) {
        for (int i = 0; i < weights.getRowDimension(); i++) {
            double norm = Rows.norm(weights, i);
            double nearest = Math.min(Math.max(norm, min), max);
            if (nearest != norm) {
                Rows.setNorm(weights, i, norm, rate * nearest + (1 - rate) * norm);
            }
        }
    }
}
