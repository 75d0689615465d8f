package org.layerwise.training.metrics;

import static org.layerwise.core.Options.require;

import org.layerwise.core.DenseMatrix;
import org.layerwise.network.TargetKind;
import org.layerwise.training.Better;
import org.layerwise.training.Metric;
import org.layerwise.training.MetricValue;
import org.layerwise.training.Task;

/**
 * The expected calibration error: how far the probabilities are from the shares that they promise.
 *
 * <pre>{@code
 * ECE = Σ over bins  n_b/m |share of hits in b − mean probability in b|
 * bin b of B holds the probabilities in (b/B, (b+1)/B], the first one 0 too
 * }</pre>
 *
 * <p>For a single output the probability is that of the second class and a hit is an example of it; for several outputs
 * it is the largest one and a hit is a right prediction. Errors: refused where the outputs are no probabilities.
 *
 * <p>Source: Guo, Pleiss, Sun, Weinberger, "On calibration of modern neural networks", 2017.
 *
 * @param bins B, at least 1; default 10
 */
public record CalibrationError(int bins) implements Metric {
    /** With 10 bins. */
    public CalibrationError() {
        this(10);
    }

    /** @throws org.layerwise.core.OptionException if bins is below 1 */
    public CalibrationError {
        require(bins >= 1, "bins", bins, ">= 1");
    }

    @Override
    public Accumulator start(Task task) {
        Tasks.requireProbabilities(task, "calibration_error");
        return new Bins(task, bins);
    }

    @Override
    public Better better() {
        return Better.LOWER;
    }

    private static final class Bins implements Accumulator {
        private final Task task;
        private final Sum[] probabilities;
        private final long[] hits;
        private long examples;

        Bins(Task task, int bins) {
            this.task = task;
            this.probabilities = new Sum[bins];
            this.hits = new long[bins];
            for (int i = 0; i < bins; i++) {
                probabilities[i] = new Sum();
            }
        }

        @Override
        public void add(DenseMatrix prediction, DenseMatrix target) {
            for (int i = 0; i < target.getColumnDimension(); i++) {
                int klass = task.targets() == TargetKind.BINARY ? 1 : task.predictedClass(prediction, i);
                double probability = Tasks.probability(task, prediction, klass, i);
                int bin = Math.min(Math.max((int) Math.ceil(probability * hits.length) - 1, 0), hits.length - 1);
                probabilities[bin].add(probability);
                hits[bin] += task.actualClass(target, i) == klass ? 1 : 0;
            }
            examples += target.getColumnDimension();
        }

        @Override
        public MetricValue value() {
            double error = 0;
            for (int i = 0; i < hits.length; i++) {
                error += Math.abs(hits[i] - probabilities[i].value());
            }
            return new MetricValue.Scalar(error / examples);
        }
    }
}
