package org.layerwise.training.metrics;

import org.layerwise.training.Better;
import org.layerwise.training.Metric;
import org.layerwise.training.Task;

/**
 * The largest absolute error.
 *
 * <pre>{@code
 * max |ŷ − y|,   the mean over the outputs where there are several
 * }</pre>
 */
public record MaxError() implements Metric {
    @Override
    public Accumulator start(Task task) {
        return new Regression<>(task, Largest::new, Largest::value);
    }

    @Override
    public Better better() {
        return Better.LOWER;
    }

    private static final class Largest implements Regression.Statistic {
        private double value;

        @Override
        public void add(double prediction, double target) {
            value = Math.max(value, Math.abs(prediction - target));
        }

        double value() {
            return value;
        }
    }
}
