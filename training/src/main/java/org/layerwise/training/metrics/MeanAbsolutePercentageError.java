package org.layerwise.training.metrics;

import org.layerwise.training.Better;
import org.layerwise.training.Metric;
import org.layerwise.training.Task;

/**
 * The mean of the absolute errors relative to the targets, as a fraction: 0.1 is ten percent.
 *
 * <pre>{@code
 * MAPE = 1/m Σ |ŷ − y| / max(|y|, 2⁻⁵²),   the mean over the outputs where there are several
 * }</pre>
 *
 * <p>A target of 0 makes it huge rather than infinite.
 *
 * <p>Differs from: Keras, which gives percents; scikit-learn agrees.
 */
public record MeanAbsolutePercentageError() implements Metric {
    @Override
    public Accumulator start(Task task) {
        return new Regression<>(task, () -> new ErrorMean(MeanAbsolutePercentageError::error), ErrorMean::mean);
    }

    @Override
    public Better better() {
        return Better.LOWER;
    }

    private static double error(double prediction, double target) {
        return Math.abs(prediction - target) / Math.max(Math.abs(target), 0x1p-52);
    }
}
