package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Registry;
import org.layerwise.experiment.internal.model.Safetensors;

/** Frozen layers, weights of an earlier run, blocks of layers, and all that changes during a run, from files. */
class FineTuningTest {
    private static final Registry REGISTRY = Registry.load();

    private static final String BASE = """
            name: base
            data:
              train: {type: moons, examples: 60, noise: 0.2, seed: 1}
              dev: {type: moons, examples: 40, noise: 0.2, seed: 2}
            network:
              layers:
                - {type: dense, units: 6, activation: tanh}
                - type: residual
                  layers:
                    - {type: dense, units: 5, activation: relu}
                    - batch_norm
                    - {type: dense, units: 6}
                - {type: dense, units: 1, activation: sigmoid}
              loss: binary_cross_entropy
            training:
              optimizer: {type: adam, learning_rate: 0.02}
              epochs: 4
              batch_size: 16
            """;

    @TempDir
    private Path folder;

    private Path base = Path.of("");

    @BeforeEach
    void trainTheBase() throws IOException {
        base = run(BASE).folder();
    }

    private RunResult run(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("e.yaml"), text);
        PreparedExperiment prepared = new Experiments(REGISTRY).prepare(file, List.of());
        return new ExperimentRunner(folder.resolve("runs")).run(prepared);
    }

    private static Map<String, DenseMatrix> weights(Path run) throws IOException {
        return Safetensors.read(run.resolve("model").resolve("weights.safetensors"));
    }

    private static String tuned(String weights) {
        return BASE.replace("name: base", "name: tuned")
                .replace("network:\n", "network:\n  weights: " + weights + "\n")
                .replace("units: 6, activation: tanh", "units: 6, activation: tanh, trainable: false")
                .replace("- type: residual\n", "- type: residual\n      trainable: false\n");
    }

    @Test
    void beginsWithTheWeightsOfTheRunAndLeavesFrozenLayersAsTheyWere() throws IOException {
        RunResult result = run(tuned("{from: runs/base}"));
        Map<String, DenseMatrix> before = weights(base);
        Map<String, DenseMatrix> after = weights(result.folder());
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.keySet())
                .contains("residual_2.dense_1.W", "residual_2.batch_norm_2.running_mean", "residual_2.dense_3.b");
        after.forEach((name, matrix) -> {
            if (name.startsWith("dense_3.")) {
                assertThat(matrix).as(name).isNotEqualTo(before.get(name));
            } else {
                assertThat(matrix).as(name).isEqualTo(before.get(name));
            }
        });
        assertThat(Model.load(result.folder(), REGISTRY).evaluate()).isEqualTo(result.finalMetrics());
        Files.move(base, base.resolveSibling("elsewhere"));
        assertThat(Model.load(result.folder(), REGISTRY).evaluate())
                .as("a model needs no other")
                .isEqualTo(result.finalMetrics());
    }

    @Test
    void takesTheLayersThatAreNamedAndRunsAgainFromItsOwnFile() throws IOException {
        String wide = tuned("{from: runs/base, layers: [dense_1, residual_2]}")
                .replace(
                        "- {type: dense, units: 1, activation: sigmoid}",
                        "- {type: dense, units: 3, activation: relu}\n    - {type: dense, units: 1, activation: sigmoid}");
        RunResult result = run(wide);
        Map<String, DenseMatrix> after = weights(result.folder());
        assertThat(after.get("dense_1.W")).isEqualTo(weights(base).get("dense_1.W"));
        assertThat(Objects.requireNonNull(after.get("dense_3.W")).shape()).isEqualTo("3x6");
        PreparedExperiment again =
                new Experiments(REGISTRY).prepare(result.folder().resolve("experiment.yaml"), List.of());
        RunResult second = new ExperimentRunner(folder.resolve("runs")).run(again);
        assertThat(weights(second.folder())).isEqualTo(after);
    }

    @Test
    void saysWhatDoesNotFit() {
        assertThat(problems(tuned("{from: runs/nothing}")))
                .contains(
                        "e.yaml:6:19: network.weights.from:",
                        "runs/nothing holds no weights; expected the folder of a finished run");
        assertThat(problems(tuned("{from: runs/base, layers: [dense_9]}")))
                .contains(
                        "e.yaml:6:39: network.weights.layers[0]: 'dense_9' is no layer of this network; did you mean");
        assertThat(problems(tuned("{from: runs/base}").replace("units: 5", "units: 4")))
                .contains(
                        "e.yaml:6:12: network.weights: residual_2.dense_1.W is 5x6 in ",
                        " but 4x6 here; expected the same layers");
        assertThat(problems(tuned("{from: runs/base, layers: [residual_2]}").replace("- batch_norm", "- layer_norm")))
                .contains("residual_2.layer_norm_2.gamma is not in ");
        assertThat(problems(tuned("{from: runs/base}").replace("        - batch_norm\n", "")))
                .contains("residual_2.dense_2.W is not in ");
        assertThat(problems(tuned("{layers: [dense_1]}"))).contains("from is missing");
    }

    private String problems(String text) {
        ExperimentException e = catchThrowableOfType(ExperimentException.class, () -> run(text));
        return String.valueOf(Objects.requireNonNull(e).getMessage());
    }

    @Test
    void aFileWithEverythingGivesTheSameBitsTwice() throws IOException {
        String everything = BASE.replace("name: base", "name: all")
                .replace(
                        "learning_rate: 0.02",
                        "learning_rate: {type: warmup, warmup_steps: 2, then: {type: reduce_on_plateau, lr: 0.1, patience: 1, per: epoch}}"
                                .replace(", per: epoch", ""))
                .replace(
                        "batch_size: 16",
                        "batch_size: 8\n  accumulate: 2\n  weight_average: {decay: 0.9, warm_up: true}\n  divergence_factor: 1000\n"
                                + "  early_stopping: {monitor: dev_cost, patience: 2, warm_up: 1}");
        RunResult first = run(everything);
        RunResult second = run(everything);
        assertThat(weights(second.folder())).isEqualTo(weights(first.folder()));
        assertThat(first.explanation()).contains("the weights are the best ones, of epoch ");
        assertThat(Files.readString(first.folder().resolve("log.txt"))).contains("the weights are the best ones");
        assertThat(Model.load(first.folder(), REGISTRY).evaluate()).isEqualTo(first.finalMetrics());
        assertThat(Files.readString(first.folder().resolve("experiment.yaml")))
                .contains("accumulate: 2", "reduce_on_plateau", "decay: 0.9");
    }
}
