package org.layerwise.training.metrics;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.core.DenseMatrix;
import org.layerwise.network.TargetKind;
import org.layerwise.training.Json;
import org.layerwise.training.Metric;
import org.layerwise.training.MetricValue;
import org.layerwise.training.Task;
import tools.jackson.databind.JsonNode;

class MetricsAgainstScikitLearnTest {
    private static final Map<String, Metric> PLAIN = Map.ofEntries(
            entry("accuracy", new Accuracy()),
            entry("balanced_accuracy", new BalancedAccuracy()),
            entry("matthews", new Matthews()),
            entry("cohen_kappa", new CohenKappa()),
            entry("roc_auc", new RocAuc()),
            entry("roc_auc_weighted", new RocAuc(Average.WEIGHTED)),
            entry("pr_auc", new PrAuc()),
            entry("pr_auc_weighted", new PrAuc(Average.WEIGHTED)),
            entry("log_loss", new LogLoss()),
            entry("brier", new Brier()),
            entry("top_1", new TopKAccuracy(1)),
            entry("top_2", new TopKAccuracy()),
            entry("top_3", new TopKAccuracy(3)),
            entry("specificity", new Specificity()),
            entry("mean_squared_error", new MeanSquaredError()),
            entry("root_mean_squared_error", new RootMeanSquaredError()),
            entry("mean_absolute_error", new MeanAbsoluteError()),
            entry("mean_absolute_percentage_error", new MeanAbsolutePercentageError()),
            entry("median_absolute_error", new MedianAbsoluteError()),
            entry("max_error", new MaxError()),
            entry("r2", new R2()),
            entry("explained_variance", new ExplainedVariance()));

    static List<Arguments> cases() throws IOException {
        List<Arguments> cases = new ArrayList<>();
        for (JsonNode node : nodes()) {
            DenseMatrix prediction = Json.matrix(node.get("prediction"));
            DenseMatrix target = Json.matrix(node.get("target"));
            TargetKind kind = TargetKind.valueOf(node.get("targets").stringValue());
            Task task = new Task(kind, target.getRowDimension(), 0.5);
            node.get("values")
                    .properties()
                    .forEach(value -> cases.add(Arguments.of(
                            node.get("name").stringValue(),
                            value.getKey(),
                            task,
                            prediction,
                            target,
                            Json.number(value.getValue()))));
        }
        return cases;
    }

    private static List<JsonNode> nodes() throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String file : new String[] {"sklearn_cases.json", "sklearn_more.json"}) {
            Json.resource(MetricsAgainstScikitLearnTest.class, file).forEach(nodes::add);
        }
        return nodes;
    }

    static List<Arguments> tables() throws IOException {
        return nodes().stream()
                .filter(node -> node.has("confusion"))
                .map(node -> Arguments.of(node.get("name").stringValue(), node))
                .toList();
    }

    @ParameterizedTest(name = "{0}: confusion_matrix")
    @MethodSource("tables")
    void countsAgree(String name, JsonNode node) {
        DenseMatrix target = Json.matrix(node.get("target"));
        Task task = new Task(TargetKind.valueOf(node.get("targets").stringValue()), target.getRowDimension(), 0.5);
        Metric.Accumulator accumulator = new ConfusionMatrix().start(task);
        addInBatches(accumulator, Json.matrix(node.get("prediction")), target, 7);
        MetricValue.Table table = (MetricValue.Table) accumulator.value();
        double[][] cells = table.cells().stream()
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        assertThat(cells).isDeepEqualTo(Json.matrix(node.get("confusion")).getData());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void agreesHoweverTheExamplesAreCut(
            String name, String metric, Task task, DenseMatrix prediction, DenseMatrix target, double expected) {
        for (int batch : new int[] {target.getColumnDimension(), 1, 7}) {
            Metric.Accumulator accumulator = metric(metric).start(task);
            addInBatches(accumulator, prediction, target, batch);
            double value = ((MetricValue.Scalar) accumulator.value()).value();
            if (Double.isNaN(expected)) {
                assertThat(value).isNaN();
            } else {
                assertThat(value).isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
            }
        }
    }

    private static Metric metric(String key) {
        Metric plain = PLAIN.get(key);
        if (plain != null) {
            return plain;
        }
        if (key.startsWith("roc_auc_") || key.startsWith("pr_auc_")) {
            return area(key);
        }
        String[] parts = key.split("_");
        if (parts[0].equals("calibration")) {
            return new CalibrationError(Integer.parseInt(parts[1]));
        }
        Optional<Average> average = Optional.of(Average.valueOf(parts[1].toUpperCase(Locale.ROOT)));
        return switch (parts[0]) {
            case "precision" -> new Precision(average);
            case "recall" -> new Recall(average);
            case "f1" -> new F1(average);
            case "f0.5" -> new FBeta(0.5, average);
            case "f2" -> new FBeta(2, average);
            default -> throw new IllegalArgumentException(key);
        };
    }

    /** {@code roc_auc_ovo_macro}, {@code pr_auc_micro}. */
    private static Metric area(String key) {
        String upper = key.toUpperCase(Locale.ROOT);
        Average average = Average.valueOf(upper.substring(upper.lastIndexOf('_') + 1));
        return key.startsWith("pr_auc_")
                ? new PrAuc(average)
                : new RocAuc(average, upper.contains("_OVO_") ? MultiClass.OVO : MultiClass.OVR);
    }

    static void addInBatches(Metric.Accumulator accumulator, DenseMatrix prediction, DenseMatrix target, int batch) {
        int rows = target.getRowDimension();
        int examples = target.getColumnDimension();
        for (int from = 0; from < examples; from += batch) {
            int to = Math.min(from + batch, examples);
            accumulator.add(
                    DenseMatrix.copyOf(prediction.getSubMatrix(0, rows - 1, from, to - 1)),
                    DenseMatrix.copyOf(target.getSubMatrix(0, rows - 1, from, to - 1)));
        }
    }
}
