package org.layerwise.training.metrics;

import org.layerwise.training.Better;
import org.layerwise.training.Metric;
import org.layerwise.training.Task;

/**
 * The root of the mean of the squared errors, in the unit of the target.
 *
 * <pre>{@code
 * RMSE = √(1/m Σ (ŷ − y)²),   the mean of the roots where there are several outputs
 * }</pre>
 */
public record RootMeanSquaredError() implements Metric {
    @Override
    public Accumulator start(Task task) {
        return new Regression<>(task, ErrorMean::ofSquares, squares -> Math.sqrt(squares.mean()));
    }

    @Override
    public Better better() {
        return Better.LOWER;
    }
}
