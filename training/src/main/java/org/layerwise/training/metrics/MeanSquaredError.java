package org.layerwise.training.metrics;

import org.layerwise.training.Better;
import org.layerwise.training.Metric;
import org.layerwise.training.Task;

/**
 * The mean of the squared errors.
 *
 * <pre>{@code
 * MSE = 1/m Σ (ŷ − y)²,   the mean over the outputs where there are several
 * }</pre>
 */
public record MeanSquaredError() implements Metric {
    @Override
    public Accumulator start(Task task) {
        return new Regression<>(task, ErrorMean::ofSquares, ErrorMean::mean);
    }

    @Override
    public Better better() {
        return Better.LOWER;
    }
}
