package org.layerwise.training.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.layerwise.training.Better;
import org.layerwise.training.Metric;
import org.layerwise.training.MetricValue;
import org.layerwise.training.Task;

/**
 * How often an example of each class (rows) was predicted as each class (columns).
 *
 * <p>A table with the classes' names: it stands in the final results, not among the epochs' columns, and can't be
 * monitored. Errors: several labels for each example, or numbers as targets, are refused.
 *
 * <p>Differs from: texts that put predictions in rows; scikit-learn agrees.
 */
public record ConfusionMatrix() implements Metric {
    @Override
    public Accumulator start(Task task) {
        Tasks.requireSingleLabel(task, "confusion_matrix");
        return Confusion.table(task, counts -> table(task.classNames(), counts));
    }

    @Override
    public Better better() {
        return Better.NEITHER;
    }

    private static MetricValue table(List<String> names, long[][] counts) {
        List<List<Double>> cells = new ArrayList<>();
        for (long[] row : counts) {
            cells.add(Arrays.stream(row).asDoubleStream().boxed().toList());
        }
        return new MetricValue.Table(names, names, cells);
    }
}
