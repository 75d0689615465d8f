package org.layerwise.regularizers;

import static org.layerwise.core.Options.require;

import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;

/**
 * Keeps the incoming weights of each unit from growing: longer ones are shortened to the limit.
 *
 * <pre>{@code
 * w = w · max / ‖w‖   where ‖w‖ > max, else w      (w a row of W)
 * }</pre>
 *
 * <p>Shapes: W is (units, inputs), taken row by row.
 * <p>Source: Srebro, Shraibman, "Rank, trace-norm and max-norm", 2005; Srivastava and others, "Dropout", 2014. The
 * default is Keras's.
 * <p>Differs from: Keras, which multiplies every row by {@code min(‖w‖, max) / (‖w‖ + 1e-7)} and so shrinks those too
 * that are short enough.
 *
 * @param max the longest ‖w‖, > 0; default 2
 */
public record MaxNorm(@Alias("max_value") double max) implements Constraint {
    /** With max 2. */
    public MaxNorm() {
        this(2);
    }

    /** @throws org.layerwise.core.OptionException if max is not > 0 */
    public MaxNorm {
        require(max > 0 && max < Double.POSITIVE_INFINITY, "max", max, "> 0");
    }

    @Override
    public void apply(DenseMatrix weights) {
        for (int i = 0; i < weights.getRowDimension(); i++) {
            double norm = Rows.norm(weights, i);
            if (norm > max) {
                Rows.setNorm(weights, i, norm, max);
            }
        }
    }
}
