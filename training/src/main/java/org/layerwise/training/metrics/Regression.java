package org.layerwise.training.metrics;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.layerwise.core.DenseMatrix;
import org.layerwise.training.Metric;
import org.layerwise.training.MetricValue;
import org.layerwise.training.Task;

/** The plain mean over the outputs of a number that each output gives from its pairs of prediction and target. */
final class Regression<S extends Regression.Statistic> implements Metric.Accumulator {
    /** What is kept of one output. */
    interface Statistic {
        void add(double prediction, double target);
    }

    private final List<S> outputs;
    private final ToDoubleFunction<S> value;

    Regression(Task task, Supplier<S> statistic, ToDoubleFunction<S> value) {
        this.outputs = Stream.generate(statistic).limit(task.outputs()).toList();
        this.value = value;
    }

    @Override
    public void add(DenseMatrix prediction, DenseMatrix target) {
        for (int i = 0; i < outputs.size(); i++) {
            S statistic = outputs.get(i);
            for (int j = 0; j < target.getColumnDimension(); j++) {
                statistic.add(prediction.getEntry(i, j), target.getEntry(i, j));
            }
        }
    }

    @Override
    public MetricValue value() {
        return new MetricValue.Scalar(outputs.stream().mapToDouble(value).sum() / outputs.size());
    }
}
