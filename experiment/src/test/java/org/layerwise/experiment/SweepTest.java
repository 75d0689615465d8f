package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerwise.core.Registry;

class SweepTest {
    private static final Experiments EXPERIMENTS = new Experiments(Registry.load());

    private static final String MOONS = """
            name: moons
            seed: 5
            data:
              source: {type: moons, examples: 60, noise: 0.2, seed: 3}
              split: {train: 0.7, dev: 0.3, seed: 1}
            network:
              layers:
                - {type: dense, units: 3, activation: relu}
                - {type: dense, units: 1, activation: sigmoid}
              loss: binary_cross_entropy
            training: {optimizer: {type: adam, learning_rate: 0.05}, epochs: 8, metrics: [accuracy]}
            """;

    @TempDir
    private Path folder;

    @Test
    void aGridHasARunForEachCombination() throws IOException {
        SweepResult result = run("""
                sweep:
                  grid:
                    network.layers[0].units: [1, 4]
                    training.optimizer: [sgd, {type: adam, learning_rate: 0.01}]
                  monitor: dev_accuracy
                """);

        assertThat(result.trials())
                .extracting(trial -> trial.values().values().toString())
                .containsExactly(
                        "[1, sgd]",
                        "[1, {type: adam, learning_rate: 0.01}]",
                        "[4, sgd]",
                        "[4, {type: adam, learning_rate: 0.01}]");
        assertThat(result.trials()).extracting(TrialResult::status).containsOnly("completed");
        assertThat(result.folder()).isEqualTo(folder.resolve("runs/moons"));
        assertThat(result.folder().resolve("moons-3/model/weights.safetensors")).exists();
        List<Double> accuracies = result.ranking().stream().map(result::value).toList();
        assertThat(accuracies).hasSize(4).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        List<String> rows = Files.readAllLines(result.folder().resolve("sweep.csv"));
        assertThat(rows.get(0))
                .startsWith(
                        "trial,rank,status,network.layers[0].units,training.optimizer,train_end_cost,train_accuracy")
                .endsWith(",folder,explanation");
        assertThat(rows).hasSize(5);
        assertThat(rows.get(2)).startsWith("2,").contains("\"{type: adam, learning_rate: 0.01}\"");
    }

    @Test
    void resultsAreThoseOfTheRunAloneHoweverManyAreTrainedAtATime() throws IOException {
        String grid = "sweep: {grid: {\"network.layers[0].units\": [1, 2, 3, 5], seed: [1, 2]}, parallel: %d}\n";
        List<byte[]> alone = weights(run(grid.formatted(1)));
        assertThat(weights(run(grid.formatted(4)))).containsExactlyElementsOf(alone);
        PreparedExperiment single =
                EXPERIMENTS.prepare(write(""), List.of("network.layers[0].units=3", "seed=1", "name=single"));
        Path run = new ExperimentRunner(folder.resolve("runs")).run(single).folder();
        assertThat(Files.readAllBytes(run.resolve("model/weights.safetensors"))).isEqualTo(alone.get(4));
    }

    @Test
    void randomValuesStayInTheirRangesAndFollowFromTheSeed() throws IOException {
        String sweep = """
                sweep:
                  random:
                    training.optimizer.learning_rate: {min: 1e-4, max: 1, scale: log}
                    network.layers[0].units: {min: 2, max: 5}
                    training.batch_size: [8, full]
                  trials: 200
                """;
        PreparedSweep prepared = EXPERIMENTS.prepareSweep(write(sweep), List.of());
        List<Map<String, String>> trials = prepared.trials();
        assertThat(trials)
                .hasSize(200)
                .isEqualTo(EXPERIMENTS.prepareSweep(write(sweep), List.of()).trials());
        assertThat(trials)
                .isNotEqualTo(EXPERIMENTS
                        .prepareSweep(write(sweep), List.of("sweep.seed=9"))
                        .trials());
        assertThat(trials).extracting(t -> t.get("network.layers[0].units")).containsOnly("2", "3", "4", "5");
        assertThat(trials).extracting(t -> t.get("training.batch_size")).containsOnly("8", "full");
        List<Double> rates = trials.stream()
                .map(t -> Double.parseDouble(t.get("training.optimizer.learning_rate")))
                .toList();
        assertThat(rates).allMatch(rate -> rate >= 1e-4 && rate <= 1);
        // Two of four orders of magnitude lie below 0.01: about half of the draws.
        assertThat(rates.stream().filter(rate -> rate < 0.01).count()).isBetween(70L, 130L);
    }

    @Test
    void aRunThatFailsDoesNotEndTheOthers() throws IOException {
        SweepResult result = run("""
                sweep:
                  grid:
                    network.layers: [[{type: dense, units: 1, activation: sigmoid}], [{type: dense, units: 2, activation: sigmoid}]]
                    training.optimizer.learning_rate: [0.01, 1e300]
                """);
        assertThat(result.trials()).extracting(TrialResult::status).contains("completed", "failed");
        assertThat(result.trials().get(3).explanation()).contains("experiment.yaml:");
        assertThat(result.trials().get(0).status()).isEqualTo("completed");
        assertThat(Files.readAllLines(result.folder().resolve("sweep.csv"))).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void aStoppedSweepBeginsNoFurtherRuns() throws IOException {
        PreparedSweep sweep = EXPERIMENTS.prepareSweep(write("sweep: {grid: {seed: [1, 2, 3]}}\n"), List.of());
        List<TrialResult> told = new ArrayList<>();
        SweepResult result = new SweepRunner(folder.resolve("runs"))
                .stopRequest(() -> !told.isEmpty())
                .follower(told::add)
                .run(sweep);
        assertThat(result.trials()).extracting(TrialResult::status).containsExactly("completed", "not_run", "not_run");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sweep: {grid: {}} | 12:1: sweep: neither grid nor random says what to try",
                "sweep: {grid: {seed: 4}} | 12:22: sweep.grid.seed: '4' stands here; expected a list of values",
                "sweep: {grid: {seed: []}} | 12:22: sweep.grid.seed: an empty list stands here",
                "sweep: {grid: {seed: [1, two]}} | 12:26: seed: 'two' is not a whole number",
                "sweep: {grid: {'network.layers[7].units': [1]}} | 12:44: network.layers[7].units: network.layers has 2",
                "sweep: {grid: {'network.layers[0].unitz': [1]}} | 12:44: network.layers[0].unitz: 'unitz' is no option",
                "sweep: {grid: {'training.optimizer.learning_rate': [-1]}} | 12:53: training.optimizer.learning_rate:",
                "sweep: {grid: {'a b': [1]}} | 12:16: sweep.grid.a b: 'a b' is no path to a value",
                "sweep: {grid: {name: [a]}} | 12:16: sweep.grid.name: 'name' is no path to a value",
                "sweep: {grid: {seed: [1]}, parallel: 0} | 12:38: sweep.parallel: parallel must be >= 1, got 0",
                "sweep: {grid: {seed: [1]}, monitor: dev_acuracy} | 12:37: sweep.monitor: 'dev_acuracy' is nothing",
                "sweep: {grid: {seed: [1]}, monitor: train_cost} | 12:37: sweep.monitor: 'train_cost' is nothing",
                "sweep: {random: {seed: {min: 1, max: 9}}} | 12:8: sweep: trials is missing",
                "sweep: {random: {seed: {min: 9, max: 1}}, trials: 3} | max must be > min, 9.0, got 1.0",
                "sweep: {random: {seed: {min: 0, max: 1, scale: log}}, trials: 3} | min must be > 0 with scale log",
                "sweep: {random: {seed: {min: 1, mx: 9}}, trials: 3} | 'mx' is no key of a range; did you mean 'max'?",
                "sweep: {random: {seed: {min: 1, max: 9}}, grid: {seed: [1]}, trials: 3} | both grid and random",
                "sweep: {gird: {seed: [1]}} | 'gird' is no option of sweep; did you mean 'grid'?",
                "sweep: {random: {seed: {min: -3, max: 9}, training.epochs: {min: 0, max: 5}}, trials: 3}"
                        + " | training.epochs: epochs must be >= 1, got 0",
            })
    void saysWhereASweepIsWrong(String sweep, String message) throws IOException {
        Path file = write(sweep + "\n");
        assertThatThrownBy(() -> EXPERIMENTS.prepareSweep(file, List.of()))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aSweepIsNoExperimentAndAnExperimentNoSweep() throws IOException {
        Path sweep = write("sweep: {grid: {seed: [1]}}\n");
        assertThatThrownBy(() -> EXPERIMENTS.prepare(sweep, List.of()))
                .hasMessageContaining("12:1: sweep: this file describes many runs; expected the command sweep");
        assertThat(EXPERIMENTS.isSweep(sweep, List.of())).isTrue();
        Path single = write("");
        assertThat(EXPERIMENTS.isSweep(single, List.of())).isFalse();
        assertThatThrownBy(() -> EXPERIMENTS.prepareSweep(single, List.of())).hasMessageContaining("sweep is missing");
    }

    private static List<byte[]> weights(SweepResult result) throws IOException {
        List<byte[]> all = new ArrayList<>();
        for (TrialResult trial : result.trials()) {
            all.add(Files.readAllBytes(trial.folder().orElseThrow().resolve("model/weights.safetensors")));
        }
        return all;
    }

    private SweepResult run(String sweep) throws IOException {
        return new SweepRunner(folder.resolve("runs")).run(EXPERIMENTS.prepareSweep(write(sweep), List.of()));
    }

    private Path write(String sweep) throws IOException {
        return Files.writeString(folder.resolve("experiment.yaml"), MOONS + sweep);
    }
}
