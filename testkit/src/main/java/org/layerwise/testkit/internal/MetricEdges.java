package org.layerwise.testkit.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.layerwise.core.DenseMatrix;
import org.layerwise.network.TargetKind;
import org.layerwise.testkit.Subject;
import org.layerwise.testkit.internal.MetricSamples.Batch;
import org.layerwise.training.Better;
import org.layerwise.training.Metric;
import org.layerwise.training.MetricValue;
import org.layerwise.training.Task;

/** The checks of metrics where there is little or nothing to measure. */
public final class MetricEdges {
    private static final int EXAMPLES = 40;

    private MetricEdges() {}

    private static double[] value(Subject<Metric> subject, Task task, Batch... batches) {
        return MetricSamples.value(subject.component(), task, batches);
    }

    /** Batches of width 0. */
    public static void takesEmptyBatches(Subject<Metric> subject) {
        for (Task task : MetricSamples.tasksOf(subject)) {
            Batch batch = MetricSamples.batch(task, EXAMPLES, 21);
            Batch none = MetricSamples.batch(task, 0, 21);
            double[] expected = value(subject, task, batch);
            double[] withNone = value(subject, task, none, batch, none);
            MetricSamples.requireClose(expected, withNone, 0, task, "the value with empty batches");
        }
    }

    /** Nothing seen: NaN, or what the metric says of nothing. */
    public static void answersAtOnce(Subject<Metric> subject) {
        for (Task task : MetricSamples.tasksOf(subject)) {
            for (double number : value(subject, task)) {
                Require.that(!Double.isInfinite(number), () -> "it is " + number + " before any example of " + task);
            }
        }
    }

    /** One example, right or wrong. */
    public static void takesOneExample(Subject<Metric> subject) {
        for (Task task : MetricSamples.tasksOf(subject)) {
            for (int seed = 0; seed < 10; seed++) {
                for (double number : value(subject, task, MetricSamples.batch(task, 1, seed))) {
                    Require.that(
                            !Double.isInfinite(number), () -> "it is " + number + " for a single example of " + task);
                }
            }
        }
    }

    /** The target itself as prediction. */
    public static void perfectIsBest(Subject<Metric> subject) {
        Better better = subject.component().better();
        for (Task task : MetricSamples.tasksOf(subject)) {
            Batch batch = MetricSamples.batch(task, EXAMPLES, 22);
            double perfect = value(subject, task, new Batch(batch.target(), batch.target()))[0];
            double real = value(subject, task, batch)[0];
            Require.that(
                    better == Better.NEITHER || (!Double.isNaN(perfect) && !better.improves(real, perfect, 1e-12)),
                    () -> "perfect predictions of " + task + " have " + perfect + ", others " + real + ", and " + better
                            + " is better");
        }
    }

    /** Ties everywhere. */
    public static void takesEqualPredictions(Subject<Metric> subject) {
        for (Task task : MetricSamples.tasksOf(subject)) {
            Batch batch = MetricSamples.batch(task, EXAMPLES, 23);
            Arrays.fill(batch.prediction().values(), 0.5);
            double[] first = value(subject, task, batch);
            int[] backwards =
                    IntStream.range(0, EXAMPLES).map(i -> EXAMPLES - 1 - i).toArray();
            double[] second = value(subject, task, batch.columns(backwards));
            MetricSamples.requireClose(first, second, 1e-12, task, "the value of equal predictions in another order");
        }
    }

    /** A part without the other classes. */
    public static void takesASingleClass(Subject<Metric> subject) {
        for (Task task : MetricSamples.tasksOf(subject)) {
            for (double label : task.targets() == TargetKind.BINARY ? new double[] {0, 1} : new double[] {1}) {
                Batch batch = MetricSamples.batch(task, EXAMPLES, 24);
                Arrays.fill(batch.target().values(), task.targets() == TargetKind.ONE_HOT ? 0 : label);
                for (int j = 0; task.targets() == TargetKind.ONE_HOT && j < EXAMPLES; j++) {
                    batch.target().setEntry(1, j, 1);
                }
                for (double number : value(subject, task, batch)) {
                    Require.that(
                            !Double.isInfinite(number),
                            () -> "it is " + number + " where all targets are alike, " + task);
                }
            }
        }
    }

    /** Sizes. */
    public static void takesExtremes(Subject<Metric> subject) {
        for (Task task : MetricSamples.tasksOf(subject)) {
            boolean numbers = task.targets() == TargetKind.NUMERIC;
            double[] extremes = numbers
                    ? new double[] {0, Double.MIN_VALUE, -1e-310, 1e-300, 1e100, -1e140}
                    : new double[] {0, Double.MIN_VALUE, 1e-310, 1e-300, 1, Math.nextDown(1.0)};
            for (double extreme : extremes) {
                Batch batch = MetricSamples.batch(task, EXAMPLES, 25);
                Arrays.fill(batch.prediction().values(), 0, EXAMPLES / 2, extreme);
                for (double number : value(subject, task, batch)) {
                    Require.that(
                            !Double.isNaN(number),
                            () -> "it is NaN where some predictions of " + task + " are " + extreme);
                }
            }
        }
    }

    /** NaN may make the value NaN, or mean class 0; it must not make the value better than that. */
    public static void isNotFooledByNan(Subject<Metric> subject) {
        Better better = subject.component().better();
        for (Task task : MetricSamples.tasksOf(subject)) {
            Batch batch = MetricSamples.batch(task, EXAMPLES, 26);
            double perfect = value(subject, task, new Batch(batch.target(), batch.target()))[0];
            DenseMatrix nan = Samples.unwritten(batch.prediction());
            double fooled = value(subject, task, new Batch(nan, batch.target()))[0];
            double none = value(subject, task, new Batch(new DenseMatrix(task.outputs(), EXAMPLES), batch.target()))[0];
            Require.that(
                    better == Better.NEITHER
                            || Double.isNaN(fooled)
                            || Double.compare(fooled, none) == 0
                            || better.improves(perfect, fooled, 0),
                    () -> "predictions of NaN have " + fooled + ", perfect ones of " + task + " " + perfect);
        }
    }

    /** Tables. */
    public static void namesClasses(Subject<Metric> subject) {
        if (subject.component().better() != Better.NEITHER) {
            return;
        }
        List<String> names = List.of("cat", "dog", "eel");
        for (Task task : MetricSamples.tasksOf(subject)) {
            if (task.targets() == TargetKind.ONE_HOT && task.outputs() == names.size()) {
                Task named = new Task(TargetKind.ONE_HOT, names.size(), 0.5, names);
                Metric.Accumulator accumulator = subject.component().start(named);
                Batch batch = MetricSamples.batch(named, EXAMPLES, 27);
                accumulator.add(batch.prediction(), batch.target());
                MetricValue.Table table = (MetricValue.Table) accumulator.value();
                String text = table.rows() + " " + table.columns();
                Require.that(
                        names.stream().allMatch(text::contains), () -> "its table is of " + text + ", not of " + names);
            }
        }
    }
}
