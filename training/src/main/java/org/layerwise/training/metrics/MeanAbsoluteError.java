package org.layerwise.training.metrics;

import org.layerwise.training.Better;
import org.layerwise.training.Metric;
import org.layerwise.training.Task;

/**
 * The mean of the absolute errors, in the unit of the target.
 *
 * <pre>{@code
 * MAE = 1/m Σ |ŷ − y|,   the mean over the outputs where there are several
 * }</pre>
 */
public record MeanAbsoluteError() implements Metric {
    @Override
    public Accumulator start(Task task) {
        return new Regression<>(
                task, () -> new ErrorMean((prediction, target) -> Math.abs(prediction - target)), ErrorMean::mean);
    }

    @Override
    public Better better() {
        return Better.LOWER;
    }
}
