package org.layerwise.training.metrics;

import org.layerwise.training.Better;
import org.layerwise.training.Metric;
import org.layerwise.training.Task;

/**
 * The share of the targets' variance that the predictions explain, the coefficient of determination.
 *
 * <pre>{@code
 * R² = 1 − Σ (y − ŷ)² / Σ (y − ȳ)²,   the mean over the outputs where there are several
 * }</pre>
 *
 * <p>With a constant target it is 1 where every prediction is exact, else 0; with fewer than two examples it is NaN.
 */
public record R2() implements Metric {
    @Override
    public Accumulator start(Task task) {
        return new Regression<>(task, Explained::new, Explained::ofSquares);
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }
}
