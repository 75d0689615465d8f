package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.layerwise.experiment.NoisyRuns.EXPERIMENT;
import static org.layerwise.experiment.NoisyRuns.REGISTRY;
import static org.layerwise.experiment.NoisyRuns.assertSameRun;
import static org.layerwise.experiment.NoisyRuns.manifest;
import static org.layerwise.experiment.NoisyRuns.resume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that is over goes on under other options. */
class ExtendedRunTest {
    @TempDir(factory = QuickFolder.class)
    private Path folder;

    private NoisyRuns runs;

    @BeforeEach
    void writeData() throws IOException {
        runs = new NoisyRuns(folder);
    }

    @ParameterizedTest
    @CsvSource({"1", "4"})
    void extendsAFinishedRun(int logEvery) throws IOException {
        String experiment = EXPERIMENT.replace("checkpoint_every: {steps: 6}", "log_every: " + logEvery);
        Path longer =
                runs.run(experiment.replace("epochs: 9", "epochs: 14"), -1).folder();
        Path extended = runs.run(experiment, -1).folder();

        resume(extended, "training.epochs=14");

        assertSameRun(longer, extended);
        assertThat(Files.readString(extended.resolve("experiment.yaml")))
                .isEqualTo(Files.readString(longer.resolve("experiment.yaml")));
        assertThat(String.valueOf(manifest(extended).get("resumed"))).contains("training.epochs=14");
    }

    @Test
    void extendsARunThatWasStoppedEarlyByMorePatience() throws IOException {
        String hasty = EXPERIMENT.replace("patience: 50", "patience: 1, min_delta: 100, start_from: 2");
        Path stopped = runs.run(hasty, -1).folder();
        assertThat(manifest(stopped).get("status")).isEqualTo("stopped");
        Path patient =
                runs.run(hasty.replace("patience: 1,", "patience: 3,"), -1).folder();

        assertThat(resume(stopped, "training.epochs=20").outcome())
                .as("more epochs alone change nothing")
                .isEqualTo(RunResult.Outcome.STOPPED);
        assertThat(manifest(stopped).get("epochs")).isEqualTo(4L);
        resume(stopped, "training.early_stopping.patience=3", "training.epochs=9");

        assertSameRun(patient, stopped);
    }

    @Test
    void goesOnWithAFailedRunUnderOtherOptionsOnly() throws IOException {
        String wild = EXPERIMENT.replaceFirst("optimizer: .*", "optimizer: {type: sgd, learning_rate: 1e200}");
        Path diverged = runs.run(wild, -1).folder();
        assertThat(manifest(diverged).get("status")).isEqualTo("diverged");

        try (ResumableRun run = ResumableRun.open(diverged, List.of(), REGISTRY)) {
            assertThat(run.finished()).contains(RunResult.Outcome.DIVERGED);
            assertThat(run.explanation()).contains("training diverged");
        }
        assertThat(resume(diverged, "training.optimizer.learning_rate=0.01").outcome())
                .isEqualTo(RunResult.Outcome.COMPLETED);
        assertThat(String.valueOf(manifest(diverged).get("resumed"))).contains("changed_the_mathematics=true");
    }
}
