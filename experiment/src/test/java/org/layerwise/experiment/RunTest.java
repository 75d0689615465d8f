package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Registry;
import org.layerwise.dataio.Dataset;
import org.layerwise.experiment.internal.Json;

class RunTest {
    private static final Registry REGISTRY = Registry.load();

    private static final String TABLE = """
            name: table
            seed: 1
            data:
              source: {type: csv, file: data.csv, target: kind}
              split: {train: 0.7, test: 0.3, seed: 3}
              transforms:
                - impute
                - standardize
                - one_hot
            network:
              layers:
                - {type: dense, units: 5, activation: relu}
                - {type: dropout, keep_prob: 0.9}
                - {type: dense, units: 3, activation: softmax}
              loss: categorical_cross_entropy
            training:
              optimizer: {type: adam, learning_rate: 0.01}
              epochs: 20
              batch_size: 8
              metrics: [accuracy, confusion_matrix]
              log_every: 7
            """;

    @TempDir
    private Path folder;

    @Test
    void leavesAWholeRunFolder() throws IOException {
        RunResult result = run(TABLE);

        assertThat(result.outcome()).isEqualTo(RunResult.Outcome.COMPLETED);
        assertThat(result.folder()).isEqualTo(folder.resolve("runs").resolve("table"));
        assertThat(names(result.folder()))
                .containsExactly(
                        ".lock",
                        "checkpoints",
                        "experiment.yaml",
                        "health.csv",
                        "log.txt",
                        "metrics.csv",
                        "metrics.jsonl",
                        "model",
                        "run.json");
        assertThat(names(result.folder().resolve("model"))).containsExactly("network.yaml", "weights.safetensors");
        List<String> rows = Files.readAllLines(result.folder().resolve("metrics.csv"));
        assertThat(rows.get(0)).startsWith("epoch,step,train_cost,last_batch_cost,learning_rate,seconds,");
        assertThat(rows).extracting(row -> row.split(",")[0]).containsExactly("epoch", "0", "7", "14", "19");
    }

    @Test
    void recordsTheCircumstances() throws IOException {
        Map<?, ?> manifest = manifest(run(TABLE).folder());

        assertThat(manifest.get("seed")).isEqualTo(1L);
        assertThat(manifest.get("status")).isEqualTo("completed");
        assertThat(String.valueOf(manifest.get("plugins"))).contains("OptimizersPlugin", "NetworkPlugin", "DataPlugin");
        assertThat(String.valueOf(manifest.get("data"))).contains("data.csv", "sha256");
        assertThat(manifest.get("final")).isInstanceOf(Map.class);
        assertThat(String.valueOf(manifest.get("tables"))).contains("confusion_matrix");
    }

    @Test
    void givesTheSameBitsTwiceAndFromTheResolvedFile() throws IOException {
        Path first = run(TABLE).folder();
        Path second = run(TABLE).folder();
        Path third = runFile(first.resolve("experiment.yaml")).folder();

        assertThat(second.getFileName()).hasToString("table-2");
        assertThat(third.getFileName()).hasToString("table-3");
        byte[] weights = weights(first);
        assertThat(weights(second)).isEqualTo(weights);
        assertThat(weights(third)).isEqualTo(weights);
        assertThat(costs(third)).isEqualTo(costs(first));
        assertThat(Files.readString(third.resolve("experiment.yaml")))
                .isEqualTo(Files.readString(first.resolve("experiment.yaml")));
    }

    @Test
    void predictsFromALoadedModelWhatTheRunMeasured() throws IOException {
        RunResult result = run(TABLE);
        Model model = Model.load(result.folder(), REGISTRY);

        assertThat(model.evaluate()).isEqualTo(result.finalMetrics());
        assertThat(model.features()).containsExactly("x1", "x2", "colour");
    }

    @Test
    void predictsWithoutTargetAndWithColumnsInAnyOrder() throws IOException {
        Model model = Model.load(run(TABLE).folder(), REGISTRY);
        Path input = write("new.csv", "colour,other,x2,x1\nred,9,0.5,1\nblue,9,,2\n");

        Predictions predictions = model.predict(input);

        assertThat(predictions.outputNames()).containsExactly("large", "middle", "small");
        assertThat(predictions.labels()).hasSize(2).allMatch(predictions.outputNames()::contains);
        for (int example = 0; example < 2; example++) {
            assertThat(Arrays.stream(predictions.values().getColumn(example)).sum())
                    .isEqualTo(1, within(1e-12));
        }
    }

    @Test
    void refusesMissingColumnsByName() throws IOException {
        Model model = Model.load(run(TABLE).folder(), REGISTRY);
        Path input = write("new.csv", "x1,colour\n1,red\n");

        assertThatThrownBy(() -> model.predict(input))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("1 column is missing: x2");
    }

    @Test
    void refusesADamagedModel() throws IOException {
        Path run = run(TABLE).folder();
        Path weights = run.resolve("model").resolve("weights.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        Files.write(weights, Arrays.copyOf(bytes, bytes.length - 8));

        assertThatThrownBy(() -> Model.load(run, REGISTRY))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("weights.safetensors")
                .hasMessageContaining("bytes of values");
    }

    @Test
    void refusesAFolderThatIsNoRun() {
        assertThatThrownBy(() -> Model.load(folder, REGISTRY))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("is no run folder");
    }

    @Test
    void leavesNoRunFolderForAMistake() {
        assertThatThrownBy(() -> run(TABLE.replace("units: 3", "units: 4"))).isInstanceOf(ExperimentException.class);
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void saysThatTrainingDivergedAndLeavesNoModel() throws IOException {
        RunResult result = run(TABLE.replace("{type: adam, learning_rate: 0.01}", "{type: sgd, learning_rate: 1e300}"));

        assertThat(result.outcome()).isEqualTo(RunResult.Outcome.DIVERGED);
        assertThat(result.explanation()).contains("epoch").contains("dense_");
        assertThat(result.folder().resolve("model")).doesNotExist();
        assertThat(manifest(result.folder()).get("status")).isEqualTo("diverged");
    }

    @Test
    void checksGradientsFirstWhereAsked() throws IOException {
        RunResult result = run(TABLE.replace("network:", "gradient_check: {epsilon: 1e-7, examples: 5}\nnetwork:"));

        assertThat(result.outcome()).isEqualTo(RunResult.Outcome.COMPLETED);
        assertThat(Files.readString(result.folder().resolve("log.txt"))).contains("gradient right");
    }

    @Test
    void stopsWhereTheFileSaysSo() throws IOException {
        RunResult result = run(TABLE.replace("log_every: 7", "stop_when: {train_accuracy: 0.1}"));

        assertThat(result.outcome()).isEqualTo(RunResult.Outcome.STOPPED);
        assertThat(result.explanation()).isNotEmpty();
        assertThat(result.folder().resolve("model")).exists();
    }

    @Test
    void reportsRegressionInTheTargetsOwnUnits() throws IOException {
        String regression = TABLE.replace("target: kind", "target: x2")
                .replace("  transforms:", "  target_transforms: [standardize]\n  transforms:")
                .replace("units: 3, activation: softmax", "units: 1")
                .replace("categorical_cross_entropy", "mean_squared_error")
                .replace("accuracy, confusion_matrix", "mean_squared_error, r2");
        RunResult result = run(regression.replace("file: data.csv", "file: whole.csv"));
        Model model = Model.load(result.folder(), REGISTRY);

        assertThat(model.evaluate()).isEqualTo(result.finalMetrics());
        Predictions predictions = model.predict(folder.resolve("whole.csv"));
        assertThat(predictions.outputNames()).containsExactly("x2");
        assertThat(Arrays.stream(predictions.values().getRow(0)).average().orElseThrow())
                .isBetween(80.0, 120.0);
    }

    @Test
    void predictsForExamplesInMemory() throws IOException {
        Model model = Model.load(
                run(TABLE.replace("target: kind", "target: kind, features: [x1]"))
                        .folder(),
                REGISTRY);
        Dataset examples = Dataset.of("memory", DenseMatrix.of(new double[][] {{1}, {2}}), new DenseMatrix(2, 0));

        assertThat(model.predict(examples).labels()).hasSize(2);
    }

    private RunResult run(String text) throws IOException {
        StringBuilder data = new StringBuilder("x1,x2,colour,kind\n");
        StringBuilder whole = new StringBuilder("x1,x2,colour,kind\n");
        for (int i = 0; i < 90; i++) {
            String kind = List.of("small", "middle", "large").get(i % 3);
            String colour = i % 2 == 0 ? "red" : "blue";
            double x1 = i % 3 + i * 0.01;
            data.append(x1)
                    .append(',')
                    .append(i % 10 == 4 ? "" : i * 0.1)
                    .append(',')
                    .append(colour)
                    .append(',')
                    .append(kind)
                    .append('\n');
            whole.append(x1)
                    .append(',')
                    .append(100 + x1)
                    .append(',')
                    .append(colour)
                    .append(',')
                    .append(kind)
                    .append('\n');
        }
        write("data.csv", data.toString());
        write("whole.csv", whole.toString());
        return runFile(write("e.yaml", text));
    }

    private RunResult runFile(Path file) {
        PreparedExperiment prepared = new Experiments(REGISTRY).prepare(file, List.of());
        return new ExperimentRunner(folder.resolve("runs")).run(prepared);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static byte[] weights(Path run) throws IOException {
        return Files.readAllBytes(run.resolve("model").resolve("weights.safetensors"));
    }

    private static List<String> costs(Path run) throws IOException {
        return Files.readAllLines(run.resolve("metrics.csv")).stream()
                .map(row -> row.split(",")[2])
                .toList();
    }

    private static Map<?, ?> manifest(Path run) throws IOException {
        return (Map<?, ?>) Objects.requireNonNull(Json.read(Files.readString(run.resolve("run.json"))));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
