package org.layerwise.training.metrics;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.layerwise.core.DenseMatrix;
import org.layerwise.training.Metric;
import org.layerwise.training.MetricValue;
import org.layerwise.training.Task;

/** Counts examples by their class and the predicted one. */
final class Confusion implements Metric.Accumulator {
    private final Task task;
    private final long[][] counts;
    private final Function<long[][], MetricValue> value;

    private Confusion(Task task, Function<long[][], MetricValue> value) {
        this.task = task;
        this.counts = new long[task.classCount()][task.classCount()];
        this.value = value;
    }

    /** A metric that is a number made from {@code counts[actual][predicted]}. */
    static Confusion score(Task task, ToDoubleFunction<long[][]> score) {
        return new Confusion(task, counts -> new MetricValue.Scalar(score.applyAsDouble(counts)));
    }

    /** A metric that is a table made from {@code counts[actual][predicted]}. */
    static Confusion table(Task task, Function<long[][], MetricValue> table) {
        return new Confusion(task, table);
    }

    @Override
    public void add(DenseMatrix prediction, DenseMatrix target) {
        for (int i = 0; i < target.getColumnDimension(); i++) {
            counts[task.actualClass(target, i)][task.predictedClass(prediction, i)]++;
        }
    }

    @Override
    public MetricValue value() {
        return value.apply(counts);
    }

    static long row(long[][] counts, int actual) {
        long sum = 0;
        for (long count : counts[actual]) {
            sum += count;
        }
        return sum;
    }

    static long column(long[][] counts, int predicted) {
        long sum = 0;
        for (long[] row : counts) {
            sum += row[predicted];
        }
        return sum;
    }

    static long total(long[][] counts) {
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += row(counts, i);
        }
        return sum;
    }

    static long correct(long[][] counts) {
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i][i];
        }
        return sum;
    }
}
