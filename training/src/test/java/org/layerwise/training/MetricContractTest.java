package org.layerwise.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Registry;
import org.layerwise.core.Splittable;
import org.layerwise.network.TargetKind;

/** What holds for every metric that plugins bring. */
class MetricContractTest {
    private static final int EXAMPLES = 37;
    private static final List<Task> TASKS =
            List.of(Task.binary(), Task.multiclass(3), Task.regression(2), new Task(TargetKind.BINARY, 3, 0.5));

    static List<Arguments> metricsAndTasks() {
        List<Arguments> all = new ArrayList<>();
        Registry.load().all(Metric.class).forEach((name, type) -> {
            Metric metric = make(type);
            TASKS.forEach(task -> {
                if (!(catchThrowable(() -> metric.start(task)) instanceof MetricException)) {
                    all.add(Arguments.of(name, metric, task));
                }
            });
        });
        return all;
    }

    private static Metric make(Class<? extends Metric> type) {
        Constructor<?> shortest = Arrays.stream(type.getConstructors())
                .min(Comparator.comparingInt(Constructor::getParameterCount))
                .orElseThrow();
        Object[] options = Arrays.stream(shortest.getParameterTypes())
                .map(option -> (Object) 1.0)
                .toArray();
        try {
            return (Metric) shortest.newInstance(options);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName(), e);
        }
    }

    @Test
    void everyMetricSuitsSomeTask() {
        assertThat(metricsAndTasks().stream()
                        .map(arguments -> arguments.get()[0])
                        .distinct())
                .containsExactlyElementsOf(Registry.load().all(Metric.class).keySet())
                .hasSizeGreaterThan(25);
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("metricsAndTasks")
    void aValueIsANumberUnlessNeitherIsBetter(String name, Metric metric, Task task) {
        MetricValue value = value(metric, task, prediction(task), target(task));
        if (metric.better() == Better.NEITHER) {
            assertThat(value).isInstanceOf(MetricValue.Table.class);
        } else {
            assertThat(((MetricValue.Scalar) value).value()).isFinite();
        }
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("metricsAndTasks")
    void theOrderOfTheExamplesDoesNotMatter(String name, Metric metric, Task task) {
        int[] order = new Splittable().seeded(11).permutation(EXAMPLES);
        MetricValue straight = value(metric, task, prediction(task), target(task));
        MetricValue shuffled = value(metric, task, columns(prediction(task), order), columns(target(task), order));
        if (straight instanceof MetricValue.Scalar scalar) {
            assertThat(((MetricValue.Scalar) shuffled).value()).isCloseTo(scalar.value(), within(1e-12));
        } else {
            assertThat(shuffled).isEqualTo(straight);
        }
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("metricsAndTasks")
    void whatIsGivenIsNotChangedAndAccumulatorsAreApart(String name, Metric metric, Task task) {
        DenseMatrix prediction = prediction(task);
        DenseMatrix target = target(task);
        Metric.Accumulator other = metric.start(task);
        other.add(prediction, target);
        MetricValue value = value(metric, task, prediction, target);
        assertThat(prediction).isEqualTo(prediction(task));
        assertThat(target).isEqualTo(target(task));
        assertThat(other.value()).isEqualTo(value);
        assertThat(other.value()).as("asked twice").isEqualTo(value);
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("metricsAndTasks")
    void aPerfectPredictionIsAsGoodAsAnyOther(String name, Metric metric, Task task) {
        if (metric.better() == Better.NEITHER) {
            return;
        }
        double perfect = ((MetricValue.Scalar) value(metric, task, target(task), target(task))).value();
        double other = ((MetricValue.Scalar) value(metric, task, prediction(task), target(task))).value();
        assertThat(metric.better().improves(other, perfect, 0))
                .as("%s better than %s", other, perfect)
                .isFalse();
    }

    @Test
    void clippersAreRegistered() {
        assertThat(Registry.load().all(GradientClipping.class)).containsOnlyKeys("global_norm", "norm", "value");
    }

    @Test
    void aTaskRefusesNamesThatAreNotThoseOfItsClasses() {
        assertThatThrownBy(() -> new Task(TargetKind.BINARY, 1, 0.5, List.of("only")))
                .hasMessage("classes must be empty or 2 names, got 1 names");
        assertThat(Task.multiclass(3).classNames()).containsExactly("0", "1", "2");
        assertThat(Task.regression(1).classNames()).isEmpty();
    }

    private static MetricValue value(Metric metric, Task task, DenseMatrix prediction, DenseMatrix target) {
        Metric.Accumulator accumulator = metric.start(task);
        accumulator.add(prediction, target);
        return accumulator.value();
    }

    private static DenseMatrix prediction(Task task) {
        RandomSource random = new Splittable().seeded(5);
        DenseMatrix prediction = new DenseMatrix(task.outputs(), EXAMPLES);
        for (int j = 0; j < EXAMPLES; j++) {
            double sum = 0;
            for (int i = 0; i < task.outputs(); i++) {
                prediction.setEntry(i, j, random.nextDouble());
                sum += prediction.getEntry(i, j);
            }
            for (int i = 0; task.targets() == TargetKind.ONE_HOT && i < task.outputs(); i++) {
                prediction.setEntry(i, j, prediction.getEntry(i, j) / sum);
            }
        }
        return prediction;
    }

    private static DenseMatrix target(Task task) {
        RandomSource random = new Splittable().seeded(6);
        DenseMatrix target = new DenseMatrix(task.outputs(), EXAMPLES);
        for (int j = 0; j < EXAMPLES; j++) {
            int klass = random.nextInt(task.outputs());
            for (int i = 0; i < task.outputs(); i++) {
                target.setEntry(
                        i,
                        j,
                        switch (task.targets()) {
                            case NUMERIC -> random.nextGaussian();
                            case BINARY -> random.nextInt(2);
                            case ONE_HOT -> i == klass ? 1 : 0;
                        });
            }
        }
        return target;
    }

    private static DenseMatrix columns(DenseMatrix matrix, int[] order) {
        DenseMatrix picked = new DenseMatrix(matrix.getRowDimension(), order.length);
        for (int i = 0; i < matrix.getRowDimension(); i++) {
            for (int j = 0; j < order.length; j++) {
                picked.setEntry(i, j, matrix.getEntry(i, order[j]));
            }
        }
        return picked;
    }
}
