package org.layerwise.testkit.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.SplittableRandomSource;
import org.layerwise.network.TargetKind;
import org.layerwise.testkit.Subject;
import org.layerwise.training.Metric;
import org.layerwise.training.MetricException;
import org.layerwise.training.MetricValue;
import org.layerwise.training.Task;

/** Tasks, predictions and targets for metrics; all from fixed seeds. */
final class MetricSamples {
    static final List<Task> TASKS = List.of(
            Task.binary(),
            Task.multiclass(3),
            Task.multiclass(7),
            new Task(TargetKind.BINARY, 4, 0.5),
            Task.regression(1),
            Task.regression(3));

    private MetricSamples() {}

    /** A prediction with its target. */
    record Batch(DenseMatrix prediction, DenseMatrix target) {
        int examples() {
            return target.getColumnDimension();
        }

        Batch columns(int... chosen) {
            DenseMatrix p = new DenseMatrix(prediction.getRowDimension(), chosen.length);
            DenseMatrix y = new DenseMatrix(target.getRowDimension(), chosen.length);
            for (int j = 0; j < chosen.length; j++) {
                p.setColumn(j, prediction.getColumn(chosen[j]));
                y.setColumn(j, target.getColumn(chosen[j]));
            }
            return new Batch(p, y);
        }

        Batch range(int from, int to) {
            int[] chosen = new int[to - from];
            Arrays.setAll(chosen, i -> from + i);
            return columns(chosen);
        }
    }

    /** The tasks that a metric accepts. */
    static List<Task> tasksOf(Subject<Metric> subject) {
        List<Task> accepted = new ArrayList<>();
        for (Task task : TASKS) {
            try {
                subject.component().start(task);
                accepted.add(task);
            } catch (MetricException e) {
                Require.that(e.getMessage() != null, () -> "refuses " + task + " without a reason");
            }
        }
        Require.that(!accepted.isEmpty(), () -> "no task has a meaning for it, of " + TASKS);
        return accepted;
    }

    /** Predictions that are right more often than not; targets are positive where they are numbers. */
    static Batch batch(Task task, int examples, long seed) {
        SplittableRandomSource random = new SplittableRandomSource(seed);
        Batch batch = new Batch(new DenseMatrix(task.outputs(), examples), new DenseMatrix(task.outputs(), examples));
        for (int j = 0; j < examples; j++) {
            int label = random.nextInt(Math.max(1, task.outputs()));
            double sum = 0;
            for (int i = 0; i < task.outputs(); i++) {
                double y = switch (task.targets()) {
                    case NUMERIC -> 0.5 + random.nextDouble();
                    case BINARY -> random.nextInt(2);
                    case ONE_HOT -> i == label ? 1 : 0;
                };
                double noise = random.nextDouble();
                double p = task.targets() == TargetKind.NUMERIC ? y + noise - 0.5 : 0.05 + 0.3 * y + 0.6 * noise;
                batch.target().setEntry(i, j, y);
                batch.prediction().setEntry(i, j, p);
                sum += p;
            }
            for (int i = 0; task.targets() == TargetKind.ONE_HOT && i < task.outputs(); i++) {
                batch.prediction().multiplyEntry(i, j, 1 / sum);
            }
        }
        return batch;
    }

    /** The value over these batches. */
    static double[] value(Metric metric, Task task, Batch... batches) {
        Metric.Accumulator accumulator = metric.start(task);
        for (Batch batch : batches) {
            accumulator.add(batch.prediction(), batch.target());
        }
        return numbers(accumulator.value());
    }

    /** The number, or the cells of the table, row by row. */
    static double[] numbers(MetricValue value) {
        if (value instanceof MetricValue.Table table) {
            return table.cells().stream()
                    .flatMap(List::stream)
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        }
        return new double[] {((MetricValue.Scalar) value).value()};
    }

    static void requireClose(double[] expected, double[] actual, double tolerance, Task task, String what) {
        Require.that(
                expected.length == actual.length,
                () -> what + " has " + actual.length + " numbers, expected " + expected.length);
        for (int i = 0; i < expected.length; i++) {
            Require.close(expected[i], actual[i], tolerance, () -> what + " of " + task);
        }
    }
}
