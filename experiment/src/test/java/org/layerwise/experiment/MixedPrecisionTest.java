package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.core.Registry;
import org.layerwise.experiment.internal.Json;
import org.layerwise.gradcheck.Verdict;

/** {@code precision: mixed}, from the file to the run folder and back. */
class MixedPrecisionTest {
    private static final Registry REGISTRY = Registry.load();

    private static final String EXPERIMENT = """
            name: mixed
            seed: 4
            data:
              train: {type: circles, examples: 90, noise: 0.1, seed: 1}
              dev: {type: circles, examples: 20, noise: 0.1, seed: 2}
            network:
              layers:
                - {type: dense, units: 20, activation: tanh}
                - {type: dropout, keep_prob: 0.9}
                - {type: dense, units: 1, activation: sigmoid}
              loss: binary_cross_entropy
            training:
              precision: mixed
              optimizer: adam
              epochs: 4
              batch_size: 16
              metrics: [accuracy]
            """;

    @TempDir(factory = QuickFolder.class)
    private Path folder;

    @Test
    void isRecordedAndGoesWithTheRun() throws IOException {
        Path mixed = run(EXPERIMENT).folder();
        Path doubles = run(EXPERIMENT.replace("mixed", "double")).folder();

        assertThat(manifest(mixed).get("precision")).isEqualTo("mixed");
        assertThat(manifest(doubles).get("precision")).isEqualTo("double");
        assertThat(Files.readString(mixed.resolve("experiment.yaml"))).contains("precision: mixed");
        double[] expected = costs(doubles);
        double[] obtained = costs(mixed);
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(obtained[i] - expected[i])).isLessThan(1e-5).isNotZero();
        }
    }

    /** What is measured is measured in double precision, so that the model's own numbers are those of the run. */
    @Test
    void theModelScoresAsTheRunSays() throws IOException {
        RunResult result = run(EXPERIMENT);
        assertThat(Model.load(result.folder(), REGISTRY).evaluate()).isEqualTo(result.finalMetrics());
    }

    @Test
    void goesOnAndIsReproducedToTheBit() throws IOException {
        for (String text : List.of(EXPERIMENT, EXPERIMENT.replace("batch_size: 16", "batch_size: full"))) {
            Path run = run(text).folder();
            try (ResumableRun more = ResumableRun.open(run, List.of("training.epochs=7"), REGISTRY)) {
                new ExperimentRunner(folder).resume(more);
            }
            assertThat(Verification.of(run, REGISTRY).compare(List.of(), () -> false))
                    .hasSize(4)
                    .allMatch(Verification.Comparison::equal);
        }
    }

    @Test
    void cannotChangeInARunThatGoesOn() throws IOException {
        Path run = run(EXPERIMENT).folder();
        assertThatThrownBy(() -> ResumableRun.open(run, List.of("training.precision=double"), REGISTRY))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("training.precision can't change in a run that goes on");
    }

    /** To 1e-7, which floats would not pass. */
    @Test
    void gradientsAreCheckedInDoublePrecision() throws IOException {
        PreparedExperiment prepared =
                new Experiments(REGISTRY).prepare(write(EXPERIMENT), List.of("gradient_check={epsilon: 1e-6}"));
        assertThat(prepared.checkGradients().verdict()).isEqualTo(Verdict.RIGHT);
        prepared.probeGradients(
                new GradientProbe(),
                probed -> assertThat(probed.report().verdict()).isEqualTo(Verdict.RIGHT));
    }

    @Test
    void mayStandAtTheTopOfTheFile() throws IOException {
        String top = "precision: mixed\n" + EXPERIMENT.replace("  precision: mixed\n", "");
        Path run = run(top).folder();
        assertThat(manifest(run).get("precision")).isEqualTo("mixed");
        assertThatThrownBy(() -> prepare("precision: mixed\n" + EXPERIMENT))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining(":1:1: precision: 'precision' stands here and in training; expected one of them");
        assertThatThrownBy(() -> prepare(top.replace("precision: mixed", "precision: float")))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining(":1:12: training.precision: ")
                .hasMessageContaining("double, mixed");
    }

    @Test
    void whatFloatsCannotHoldEndsTheRun() throws IOException {
        RunResult result =
                run(EXPERIMENT.replace("  train:", "  transforms: [{type: scale, divide_by: 1e-39}]\n  train:"));
        assertThat(result.outcome()).isEqualTo(RunResult.Outcome.DIVERGED);
        assertThat(Files.readString(result.folder().resolve("log.txt"))).contains("precision: mixed");
    }

    private RunResult run(String text) throws IOException {
        return new ExperimentRunner(folder.resolve("runs")).run(prepare(text));
    }

    private PreparedExperiment prepare(String text) throws IOException {
        return new Experiments(REGISTRY).prepare(write(text), List.of());
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("e.yaml"), text);
    }

    private static Map<?, ?> manifest(Path run) throws IOException {
        return (Map<?, ?>) Objects.requireNonNull(Json.read(Files.readString(run.resolve("run.json"))));
    }

    private static double[] costs(Path run) throws IOException {
        return Files.readAllLines(run.resolve("metrics.csv")).stream()
                .skip(1)
                .mapToDouble(row -> Double.parseDouble(row.split(",")[2]))
                .toArray();
    }
}
