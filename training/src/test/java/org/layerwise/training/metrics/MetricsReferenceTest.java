package org.layerwise.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;
import org.layerwise.training.Json;
import org.layerwise.training.Metric;
import org.layerwise.training.MetricValue;
import org.layerwise.training.Task;
import tools.jackson.databind.JsonNode;

class MetricsReferenceTest {
    private final JsonNode reference = Json.shared("golden/metrics_scaling.json");

    @Test
    void binaryScoresAgree() {
        JsonNode binary = reference.get("binary");
        DenseMatrix scores = row(binary.get("score"));
        DenseMatrix y = row(binary.get("y"));
        Map<String, Metric> metrics = Map.of(
                "accuracy", new Accuracy(),
                "precision", new Precision(),
                "recall", new Recall(),
                "f1", new F1(),
                "specificity", new Specificity(),
                "mcc", new Matthews(),
                "balanced_accuracy", new BalancedAccuracy(),
                "cohen_kappa", new CohenKappa(),
                "roc_auc", new RocAuc(),
                "average_precision", new PrAuc());
        metrics.forEach((name, metric) -> assertThat(scalar(metric, Task.binary(), scores, y))
                .as(name)
                .isCloseTo(binary.get(name).doubleValue(), within(1e-12)));
        assertThat(scalar(new Brier(), Task.binary(), scores, y))
                .isCloseTo(binary.get("brier").doubleValue(), within(1e-12));
        assertThat(scalar(new LogLoss(0.01), Task.binary(), scores, y))
                .isCloseTo(binary.get("log_loss(score clipped to [0.01,0.99])").doubleValue(), within(1e-12));
        assertThat(table(Task.binary(), scores, y))
                .isDeepEqualTo(Json.matrix(binary.get("confusion[true][pred]")).getData());
    }

    @Test
    void multiclassScoresAgree() {
        JsonNode multiclass = reference.get("multiclass");
        DenseMatrix predicted = oneHot(multiclass.get("pred"));
        DenseMatrix y = oneHot(multiclass.get("y"));
        Task task = Task.multiclass(4);
        for (Average average : new Average[] {Average.MACRO, Average.MICRO, Average.WEIGHTED}) {
            String suffix = "_" + average.name().toLowerCase(Locale.ROOT);
            Map.of("precision", new Precision(average), "recall", new Recall(average), "f1", new F1(average))
                    .forEach((name, metric) -> assertThat(scalar(metric, task, predicted, y))
                            .as(name + suffix)
                            .isCloseTo(multiclass.get(name + suffix).doubleValue(), within(1e-12)));
        }
        assertThat(scalar(new Accuracy(), task, predicted, y)).isEqualTo(0.78);
        assertThat(scalar(new CohenKappa(), task, predicted, y))
                .isCloseTo(multiclass.get("cohen_kappa").doubleValue(), within(1e-12));
        assertThat(table(task, predicted, y))
                .isDeepEqualTo(
                        Json.matrix(multiclass.get("confusion[true][pred]")).getData());
    }

    @Test
    void regressionScoresAgree() {
        JsonNode regression = reference.get("regression");
        Map<String, Metric> metrics = Map.of(
                "mse", new MeanSquaredError(),
                "rmse", new RootMeanSquaredError(),
                "mae", new MeanAbsoluteError(),
                "r2", new R2(),
                "medae", new MedianAbsoluteError(),
                "explained_variance", new ExplainedVariance(),
                "max_error", new MaxError());
        metrics.forEach((name, metric) -> assertThat(
                        scalar(metric, Task.regression(1), row(regression.get("pred")), row(regression.get("y"))))
                .as(name)
                .isCloseTo(regression.get(name).doubleValue(), within(1e-12)));
    }

    @Test
    void withoutPositivePredictionsPrecisionRecallAndF1AreZero() {
        JsonNode degenerate = reference.get("degenerate");
        Map.of(
                        "accuracy", new Accuracy(),
                        "precision", new Precision(),
                        "recall", new Recall(),
                        "f1", new F1())
                .forEach((name, metric) -> assertThat(
                                scalar(metric, Task.binary(), row(degenerate.get("pred")), row(degenerate.get("y"))))
                        .as(name)
                        .isEqualTo(degenerate.get(name).doubleValue()));
    }

    private static double[][] table(Task task, DenseMatrix prediction, DenseMatrix y) {
        MetricValue.Table table = (MetricValue.Table) value(new ConfusionMatrix(), task, prediction, y);
        return table.cells().stream()
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
    }

    private static double scalar(Metric metric, Task task, DenseMatrix prediction, DenseMatrix y) {
        return ((MetricValue.Scalar) value(metric, task, prediction, y)).value();
    }

    private static MetricValue value(Metric metric, Task task, DenseMatrix prediction, DenseMatrix y) {
        Metric.Accumulator accumulator = metric.start(task);
        MetricsAgainstScikitLearnTest.addInBatches(accumulator, prediction, y, 11);
        return accumulator.value();
    }

    private static DenseMatrix row(JsonNode numbers) {
        return DenseMatrix.of(new double[][] {Json.numbers(numbers)});
    }

    private static DenseMatrix oneHot(JsonNode classes) {
        DenseMatrix matrix = new DenseMatrix(4, classes.size());
        for (int i = 0; i < classes.size(); i++) {
            matrix.setEntry(classes.get(i).intValue(), i, 1);
        }
        return matrix;
    }
}
