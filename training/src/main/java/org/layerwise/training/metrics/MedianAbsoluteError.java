package org.layerwise.training.metrics;

import org.layerwise.training.Better;
import org.layerwise.training.Metric;
import org.layerwise.training.Task;

/**
 * The median of the absolute errors, which a few wild examples do not move.
 *
 * <p>The mean of the two in the middle where the number of examples is even, and over the outputs where there are
 * several. Keeps every error in memory.
 */
public record MedianAbsoluteError() implements Metric {
    @Override
    public Accumulator start(Task task) {
        return new Regression<>(task, Median::new, Median::value);
    }

    @Override
    public Better better() {
        return Better.LOWER;
    }

    private static final class Median implements Regression.Statistic {
        private final Scores errors = new Scores();

        @Override
        public void add(double prediction, double target) {
            errors.add(Math.abs(prediction - target));
        }

        double value() {
            int size = errors.size();
            if (size == 0 || errors.hasNaN()) {
                return Double.NaN;
            }
            double[] sorted = errors.sorted();
            return (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
        }
    }
}
