package org.layerwise.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.OptionException;
import org.layerwise.network.TargetKind;
import org.layerwise.training.Better;
import org.layerwise.training.Metric;
import org.layerwise.training.MetricException;
import org.layerwise.training.MetricValue;
import org.layerwise.training.Task;

class MetricsTest {
    private static final DenseMatrix SCORES = DenseMatrix.of(new double[][] {{-0.2, 0.1, 0.4, 0.9}});
    private static final DenseMatrix Y = DenseMatrix.of(new double[][] {{0, 1, 0, 1}});

    @Test
    void accuracyPredictsTheSecondClassAboveTheThresholdOfTheLoss() {
        Task hinge = new Task(TargetKind.BINARY, 1, 0);
        assertThat(value(new Accuracy(), hinge, SCORES, Y)).isEqualTo(0.75);
        assertThat(value(new Accuracy(), Task.binary(), SCORES, Y)).isEqualTo(0.75);
        assertThat(value(new Recall(), hinge, SCORES, Y)).isEqualTo(1);
        assertThat(value(new Recall(), Task.binary(), SCORES, Y)).isEqualTo(0.5);
    }

    @Test
    void aPredictionAtTheThresholdIsTheFirstClass() {
        DenseMatrix half = DenseMatrix.of(new double[][] {{0.5}});
        assertThat(value(new Accuracy(), Task.binary(), half, DenseMatrix.of(new double[][] {{0}})))
                .isEqualTo(1);
    }

    @Test
    void calibrationErrorWeighsBinsByTheirExamples() {
        DenseMatrix p = DenseMatrix.of(new double[][] {{0.0, 0.1, 0.15, 0.75, 0.8, 1.0}});
        DenseMatrix y = DenseMatrix.of(new double[][] {{0, 0, 1, 1, 0, 1}});
        // bins of ten: {0, 0.1}, {0.15}, {0.75, 0.8}, {1}
        double expected = (0.1 + 0.85 + 0.55 + 0) / 6;
        assertThat(value(new CalibrationError(), Task.binary(), p, y)).isCloseTo(expected, within(1e-15));
    }

    @Test
    void calibrationErrorOfSeveralClassesLooksAtTheLargestOutput() {
        DenseMatrix p = DenseMatrix.of(new double[][] {{0.7, 0.2}, {0.2, 0.2}, {0.1, 0.6}});
        DenseMatrix y = DenseMatrix.of(new double[][] {{1, 1}, {0, 0}, {0, 0}});
        assertThat(value(new CalibrationError(2), Task.multiclass(3), p, y)).isCloseTo(0.15, within(1e-15));
    }

    @Test
    void confusionMatrixNamesItsClasses() {
        Task task = new Task(TargetKind.BINARY, 1, 0.5, List.of("no", "yes"));
        Metric.Accumulator accumulator = new ConfusionMatrix().start(task);
        accumulator.add(SCORES, Y);
        assertThat(accumulator.value())
                .isEqualTo(new MetricValue.Table(
                        List.of("no", "yes"), List.of("no", "yes"), List.of(List.of(2.0, 0.0), List.of(1.0, 1.0))));
        assertThat(new ConfusionMatrix().better()).isEqualTo(Better.NEITHER);
    }

    @Test
    void aSumKeepsWhatAPlainSumLoses() {
        Sum sum = new Sum();
        for (double term : new double[] {1, 1e100, 1, -1e100}) {
            sum.add(term);
        }
        assertThat(sum.value()).isEqualTo(2);
    }

    @Test
    void aSumThatOverflowsIsInfinite() {
        Sum sum = new Sum();
        sum.add(Double.MAX_VALUE);
        sum.add(Double.MAX_VALUE);
        assertThat(sum.value()).isInfinite();
    }

    @Test
    void nanInAPredictionIsNotHidden() {
        DenseMatrix nan = DenseMatrix.of(new double[][] {{0.1, 0.2, Double.NaN, 0.4}});
        for (Metric metric : List.of(new RocAuc(), new PrAuc(), new LogLoss(), new Brier())) {
            assertThat(value(metric, Task.binary(), nan, Y))
                    .as(metric.toString())
                    .isNaN();
        }
        for (Metric metric : List.of(new MeanSquaredError(), new MedianAbsoluteError(), new MaxError(), new R2())) {
            assertThat(value(metric, Task.regression(1), nan, Y))
                    .as(metric.toString())
                    .isNaN();
        }
    }

    @Test
    void metricsOfClassesRefuseNumbers() {
        for (Metric metric : List.of(
                new Accuracy(),
                new Precision(),
                new F1(),
                new RocAuc(),
                new PrAuc(),
                new LogLoss(),
                new ConfusionMatrix(),
                new TopKAccuracy(),
                new Matthews())) {
            assertThatThrownBy(() -> metric.start(Task.regression(1)))
                    .isInstanceOf(MetricException.class)
                    .hasMessageEndingWith("needs classes, but the targets are numbers");
        }
    }

    @Test
    void metricsOfOneClassRefuseSeveralLabels() {
        Task labels = new Task(TargetKind.BINARY, 3, 0.5);
        for (Metric metric : List.of(
                new BalancedAccuracy(), new Matthews(), new CohenKappa(), new ConfusionMatrix(), new Specificity())) {
            assertThatThrownBy(() -> metric.start(labels))
                    .isInstanceOf(MetricException.class)
                    .hasMessageContaining("needs one class for each example");
        }
    }

    @Test
    void metricsOfProbabilitiesRefuseOtherScores() {
        assertThatThrownBy(() -> new LogLoss().start(new Task(TargetKind.BINARY, 1, 0)))
                .isInstanceOf(MetricException.class)
                .hasMessage("log_loss needs a probability, but the output is a score with the threshold 0.0");
    }

    @Test
    void binaryAverageRefusesMoreThanTwoClasses() {
        assertThatThrownBy(() -> new F1(Average.BINARY).start(Task.multiclass(3)))
                .isInstanceOf(MetricException.class)
                .hasMessage("f1 with average binary needs two classes, but there are 3; use macro, micro or weighted");
    }

    @Test
    void averageFollowsTheNumberOfClassesWhereItIsLeftOpen() {
        DenseMatrix eye = DenseMatrix.of(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
        DenseMatrix shifted = DenseMatrix.of(new double[][] {{1, 0, 0}, {0, 1, 1}, {0, 0, 0}});
        assertThat(value(new Recall(), Task.multiclass(3), shifted, eye))
                .isEqualTo(value(new Recall(Average.MACRO), Task.multiclass(3), shifted, eye));
        assertThat(value(new Recall(), Task.binary(), SCORES, Y))
                .isEqualTo(value(new Recall(Average.BINARY), Task.binary(), SCORES, Y));
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new FBeta(0))
                .isInstanceOf(OptionException.class)
                .hasMessage("beta must be > 0, got 0.0");
        assertThatThrownBy(() -> new TopKAccuracy(0)).hasMessage("k must be >= 1, got 0");
        assertThatThrownBy(() -> new LogLoss(0.5)).hasMessage("epsilon must be in (0, 0.5), got 0.5");
        assertThatThrownBy(() -> new CalibrationError(0)).hasMessage("bins must be >= 1, got 0");
        assertThatThrownBy(() -> new RocAuc(Average.BINARY))
                .hasMessage("average must be macro, weighted or micro, got binary");
        assertThatThrownBy(() -> new RocAuc(Average.MICRO, MultiClass.OVO))
                .hasMessage("average must be macro or weighted with ovo, got micro");
    }

    @Test
    void neverTakesNanForOneOfTheHighestOutputs() {
        DenseMatrix nan = DenseMatrix.of(new double[][] {{Double.NaN, 0.2}, {Double.NaN, 0.9}, {Double.NaN, 0.5}});
        DenseMatrix target = DenseMatrix.of(new double[][] {{0, 0}, {0, 1}, {1, 0}});
        assertThat(value(new TopKAccuracy(), Task.multiclass(3), nan, target)).isEqualTo(0.5);
    }

    private static double value(Metric metric, Task task, DenseMatrix prediction, DenseMatrix target) {
        Metric.Accumulator accumulator = metric.start(task);
        accumulator.add(prediction, target);
        return ((MetricValue.Scalar) accumulator.value()).value();
    }
}
