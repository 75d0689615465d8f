package org.layerwise.testkit.internal;

import java.util.Arrays;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.SplittableRandomSource;
import org.layerwise.testkit.Subject;
import org.layerwise.testkit.internal.MetricSamples.Batch;
import org.layerwise.training.Better;
import org.layerwise.training.Metric;
import org.layerwise.training.MetricException;
import org.layerwise.training.MetricValue;
import org.layerwise.training.Task;

/** The checks of metrics on ordinary predictions. */
public final class MetricChecks {
    private static final int EXAMPLES = 60;

    private MetricChecks() {}

    private static double[] value(Subject<Metric> subject, Task task, Batch... batches) {
        return MetricSamples.value(subject.component(), task, batches);
    }

    /** Values. */
    public static void givesAValue(Subject<Metric> subject) {
        for (Task task : MetricSamples.tasksOf(subject)) {
            Batch batch = MetricSamples.batch(task, EXAMPLES, 1);
            for (double number : value(subject, task, batch)) {
                Require.that(!Double.isNaN(number), () -> "it is NaN for ordinary predictions of " + task);
            }
        }
    }

    /** Refusals. */
    public static void refusesOtherTasks(Subject<Metric> subject) {
        for (Task task : MetricSamples.TASKS) {
            try {
                subject.component().start(task);
            } catch (MetricException e) {
                String reason = String.valueOf(e.getMessage());
                Require.that(
                        reason.contains(subject.name()) || reason.contains("needs"),
                        () -> "the message '" + reason + "' says neither the metric nor what it needs");
            } catch (RuntimeException e) {
                throw new AssertionError("refuses " + task + " with " + e + " instead of a MetricException", e);
            }
        }
    }

    /** Direction. */
    public static void saysWhatIsBetter(Subject<Metric> subject) {
        Better better = subject.component().better();
        for (Task task : MetricSamples.tasksOf(subject)) {
            Metric.Accumulator accumulator = subject.component().start(task);
            Batch batch = MetricSamples.batch(task, EXAMPLES, 2);
            accumulator.add(batch.prediction(), batch.target());
            boolean scalar = accumulator.value() instanceof MetricValue.Scalar;
            Require.that(
                    scalar == (better != Better.NEITHER),
                    () -> "better() is " + better + " but the value is a " + (scalar ? "number" : "table"));
        }
        Require.that(subject.component().better() == better, () -> "better() changes");
    }

    /** Inputs. */
    public static void leavesItsInput(Subject<Metric> subject) {
        for (Task task : MetricSamples.tasksOf(subject)) {
            Batch batch = MetricSamples.batch(task, EXAMPLES, 3);
            value(subject, task, batch);
            Batch again = MetricSamples.batch(task, EXAMPLES, 3);
            Require.sameBits(again.prediction(), batch.prediction(), "the prediction afterwards");
            Require.sameBits(again.target(), batch.target(), "the target afterwards");
        }
    }

    /** Purity. */
    public static void isPure(Subject<Metric> subject) {
        for (Task task : MetricSamples.tasksOf(subject)) {
            Batch batch = MetricSamples.batch(task, EXAMPLES, 4);
            double[] first = value(subject, task, batch);
            value(subject, task, MetricSamples.batch(task, 7, 5));
            MetricSamples.requireClose(first, value(subject, task, batch), 0, task, "the second value");
        }
    }

    /** Threads, each with an accumulator of its own. */
    public static void isThreadSafe(Subject<Metric> subject) throws Exception {
        for (Task task : MetricSamples.tasksOf(subject)) {
            Batch batch = MetricSamples.batch(task, 500, 6);
            double[] expected = value(subject, task, batch);
            for (DenseMatrix result : Samples.inThreads(() -> {
                double[] numbers = value(subject, task, batch);
                return DenseMatrix.wrap(1, numbers.length, numbers);
            })) {
                MetricSamples.requireClose(expected, result.values(), 0, task, "the value in several threads");
            }
        }
    }

    /** Two accumulators in turn. */
    public static void keepsAccumulatorsApart(Subject<Metric> subject) {
        for (Task task : MetricSamples.tasksOf(subject)) {
            Metric.Accumulator one = subject.component().start(task);
            Metric.Accumulator other = subject.component().start(task);
            Batch batch = MetricSamples.batch(task, EXAMPLES, 7);
            Batch another = MetricSamples.batch(task, EXAMPLES, 8);
            one.add(batch.prediction(), batch.target());
            other.add(another.prediction(), another.target());
            double[] expected = value(subject, task, batch);
            MetricSamples.requireClose(
                    expected, MetricSamples.numbers(one.value()), 0, task, "the value of one of two accumulators");
        }
    }

    /** Splits. */
    public static void isSplitInvariant(Subject<Metric> subject) {
        for (Task task : MetricSamples.tasksOf(subject)) {
            Batch all = MetricSamples.batch(task, EXAMPLES, 9);
            double[] expected = value(subject, task, all);
            int[][] cuts = {{0, 1, 2, 60}, {0, 32, 60}, {0, 7, 14, 21, 28, 35, 42, 49, 56, 60}, {0, 59, 60}};
            for (int[] cut : cuts) {
                Batch[] batches = new Batch[cut.length - 1];
                Arrays.setAll(batches, i -> all.range(cut[i], cut[i + 1]));
                MetricSamples.requireClose(
                        expected, value(subject, task, batches), 1e-12, task, "the value over uneven batches");
            }
        }
    }

    /** Orders. */
    public static void isOrderInvariant(Subject<Metric> subject) {
        for (Task task : MetricSamples.tasksOf(subject)) {
            Batch all = MetricSamples.batch(task, EXAMPLES, 10);
            double[] expected = value(subject, task, all);
            for (int seed = 0; seed < 3; seed++) {
                Batch shuffled = all.columns(new SplittableRandomSource(seed).permutation(EXAMPLES));
                MetricSamples.requireClose(
                        expected, value(subject, task, shuffled), 1e-12, task, "the value of shuffled examples");
            }
        }
    }

    /** Questions in between. */
    public static void goesOn(Subject<Metric> subject) {
        for (Task task : MetricSamples.tasksOf(subject)) {
            Batch all = MetricSamples.batch(task, EXAMPLES, 11);
            Metric.Accumulator accumulator = subject.component().start(task);
            Batch first = all.range(0, 20);
            Batch rest = all.range(20, EXAMPLES);
            accumulator.add(first.prediction(), first.target());
            double[] midway = MetricSamples.numbers(accumulator.value());
            double[] again = MetricSamples.numbers(accumulator.value());
            MetricSamples.requireClose(midway, again, 0, task, "the value asked a second time");
            accumulator.add(rest.prediction(), rest.target());
            double[] expected = value(subject, task, first, rest);
            double[] end = MetricSamples.numbers(accumulator.value());
            MetricSamples.requireClose(expected, end, 0, task, "the value after it was asked midway");
        }
    }

    /** Trainers use their buffers again. */
    public static void ownsWhatItNeeds(Subject<Metric> subject) {
        for (Task task : MetricSamples.tasksOf(subject)) {
            Batch batch = MetricSamples.batch(task, EXAMPLES, 12);
            double[] expected = value(subject, task, batch);
            Metric.Accumulator accumulator = subject.component().start(task);
            accumulator.add(batch.prediction(), batch.target());
            Arrays.fill(batch.prediction().values(), 0.5);
            Arrays.fill(batch.target().values(), 1);
            double[] later = MetricSamples.numbers(accumulator.value());
            MetricSamples.requireClose(
                    expected, later, 0, task, "the value after the batch's matrices were used again");
        }
    }
}
