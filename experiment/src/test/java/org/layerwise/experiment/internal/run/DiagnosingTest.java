package org.layerwise.experiment.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.core.Registry;
import org.layerwise.dataio.Streaming;
import org.layerwise.dataio.generators.Circles;
import org.layerwise.dataio.generators.Moons;
import org.layerwise.experiment.DataPlan;
import org.layerwise.experiment.Diagnosis;
import org.layerwise.experiment.DiagnosisPlan;
import org.layerwise.experiment.ExperimentException;
import org.layerwise.experiment.ExperimentRunner;
import org.layerwise.experiment.Experiments;
import org.layerwise.experiment.FinishedRun;
import org.layerwise.experiment.PartPlan;

class DiagnosingTest {
    private static final Registry REGISTRY = Registry.load();

    @TempDir
    private Path folder;

    @Test
    void theLargestGapIsNamedWithTheCoursesAdvice() {
        // The course's two cats: the same errors, another human error.
        Diagnosis blurred = diagnosis(0.075, new DataPlan(), "train", 0.08, "dev", 0.1);
        assertThat(blurred.avoidableBias()).isEqualTo(0.005, within(1e-15));
        assertThat(blurred.variance().orElseThrow()).isEqualTo(0.02, within(1e-15));
        assertThat(blurred.lines())
                .startsWith(
                        "diagnosis: human error 7.5 %, train error 8 %, dev error 10 %",
                        "avoidable bias 0.5 %, variance 2 %")
                .last()
                .asString()
                .startsWith("variance is the larger gap; try more training data, regularization");
        Diagnosis sharp = diagnosis(0.01, new DataPlan(), "train", 0.08, "dev", 0.1);
        assertThat(sharp.lines())
                .last()
                .asString()
                .startsWith("avoidable bias is the larger gap; try a bigger network");
    }

    @Test
    void otherFilesMayMeanDataMismatch() {
        DataPlan other = plan(new PartPlan(new Moons()), new PartPlan(new Circles()));
        Diagnosis diagnosis = diagnosis(0, other, "train", 0.01, "dev", 0.1);
        assertThat(diagnosis.otherSource()).isTrue();
        assertThat(diagnosis.lines().get(1)).isEqualTo("avoidable bias 1 %, variance or data mismatch 9 %");
        assertThat(String.join("\n", diagnosis.advice()))
                .contains("variance, or data mismatch, is the larger gap", "by hand");
        DataPlan same = plan(new PartPlan(new Moons()), new PartPlan(new Moons(50, 0.1, true, 1)));
        assertThat(diagnosis(0, same, "train", 0.01, "dev", 0.1).otherSource()).isFalse();
    }

    @Test
    void theTestPartStandsInForAMissingDevPartAndTellsWhenDevIsOverfit() {
        assertThat(diagnosis(0, new DataPlan(), "train", 0.01, "test", 0.1).variance())
                .isPresent();
        assertThat(diagnosis(0, new DataPlan(), "train", 0.01).advice())
                .contains("variance is unknown without a dev part; add data.dev, or split a source");
        assertThat(diagnosis(0, new DataPlan(), "train", 0.01, "dev", 0.02, "test", 0.1)
                        .advice())
                .anyMatch(line -> line.contains("8.00 % above the dev error"));
        assertThat(diagnosis(0.1, new DataPlan(), "train", 0.01, "dev", 0.01).advice())
                .containsExactly(
                        "nothing is lost against human error on any part; set human_error lower if better is possible");
    }

    @Test
    void standsInTheRunFolderAndIsReadAgain() throws IOException {
        Path file = write("binary_cross_entropy", "sigmoid", "moons");
        Path run = new ExperimentRunner(folder.resolve("runs"))
                .run(new Experiments(REGISTRY).prepare(file, List.of()))
                .folder();
        FinishedRun finished = FinishedRun.read(run, REGISTRY);
        assertThat(finished.diagnosis()).hasSizeGreaterThan(2);
        assertThat(finished.diagnosis().get(0)).startsWith("diagnosis: human error 2 %, train error ");
        assertThat(Files.readString(run.resolve("log.txt")))
                .contains(finished.diagnosis().get(0));
        assertThat(finished.status()).isEqualTo("completed");
        assertThat(finished.epochsDone()).isEqualTo(5);
        assertThat(finished.epochs()).hasSize(5);
        assertThat(finished.health()).hasSize(5);
        assertThat(finished.health().get(4).layers()).hasSize(2);
        assertThat(finished.finalMetrics().get("train")).containsKeys("cost", "accuracy");
        assertThat(finished.settings())
                .containsEntry("diagnosis.human_error", "0.02")
                .containsEntry("network.layers[0].units", "3");
        assertThat(finished.directions()).containsKeys("cost", "accuracy");
    }

    @Test
    void numbersHaveNoErrors() throws IOException {
        Path file = write("mean_squared_error", "linear", "linear_regression");
        assertThatThrownBy(() -> new Experiments(REGISTRY).prepare(file, List.of()))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining(":10:1: diagnosis: the loss predicts numbers");
        assertThatThrownBy(() -> new Experiments(REGISTRY)
                        .prepare(write("binary_cross_entropy", "sigmoid", "moons"), List.of("diagnosis.human_error=2")))
                .hasMessageContaining("human_error must be in [0, 1], got 2.0");
    }

    @Test
    void whatIsNoFinishedRunIsRefused() throws IOException {
        assertThatThrownBy(() -> FinishedRun.read(folder, REGISTRY)).hasMessageContaining("is no run folder");
        Files.writeString(folder.resolve("experiment.yaml"), "name: a");
        assertThatThrownBy(() -> FinishedRun.read(folder, REGISTRY)).hasMessageContaining("run.json is missing");
        Files.writeString(folder.resolve("run.json"), "{\"status\": \"running\"}");
        assertThatThrownBy(() -> FinishedRun.read(folder, REGISTRY)).hasMessageContaining("the run has not ended");
        Files.writeString(folder.resolve("run.json"), "{\"status\": ");
        assertThatThrownBy(() -> FinishedRun.read(folder, REGISTRY)).hasMessageContaining("run.json can't be read");
    }

    private Path write(String loss, String activation, String generator) throws IOException {
        return Files.writeString(folder.resolve(generator + ".yaml"), """
                name: diagnosed
                data:
                  source: {type: %s, examples: 60, noise: 0.2, seed: 3}
                  split: {train: 0.7, dev: 0.3, seed: 1%s}
                network:
                  layers: [{type: dense, units: 3, activation: tanh}, {type: dense, units: 1, activation: %s}]
                  loss: %s
                training: {optimizer: adam, epochs: 5, metrics: [%s]}

                diagnosis: {human_error: 0.02}
                """.formatted(
                        generator,
                        generator.equals("moons") ? "" : ", stratify: false",
                        activation,
                        loss,
                        generator.equals("moons") ? "accuracy" : "r2"));
    }

    private static DataPlan plan(PartPlan train, PartPlan dev) {
        return new DataPlan(
                Optional.empty(),
                Optional.of(train),
                Optional.of(dev),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Streaming.AUTO);
    }

    private static Diagnosis diagnosis(double human, DataPlan plan, Object... errors) {
        Map<String, Double> byPart = new LinkedHashMap<>();
        for (int i = 0; i < errors.length; i += 2) {
            byPart.put((String) errors[i], (Double) errors[i + 1]);
        }
        return Diagnosing.of(new DiagnosisPlan(human), byPart, plan);
    }
}
