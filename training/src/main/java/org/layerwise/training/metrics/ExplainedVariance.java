package org.layerwise.training.metrics;

import org.layerwise.training.Better;
import org.layerwise.training.Metric;
import org.layerwise.training.Task;

/**
 * The share of the targets' variance that the predictions explain when a constant error is forgiven.
 *
 * <pre>{@code
 * EV = 1 − Var(y − ŷ) / Var(y),   the mean over the outputs where there are several
 * }</pre>
 *
 * <p>With a constant target it is 1 where the error is constant too, else 0.
 */
public record ExplainedVariance() implements Metric {
    @Override
    public Accumulator start(Task task) {
        return new Regression<>(task, Explained::new, Explained::ofVariance);
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }
}
