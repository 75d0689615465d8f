package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.layerwise.experiment.NoisyRuns.EXPERIMENT;
import static org.layerwise.experiment.NoisyRuns.REGISTRY;
import static org.layerwise.experiment.NoisyRuns.assertSameRun;
import static org.layerwise.experiment.NoisyRuns.manifest;
import static org.layerwise.experiment.NoisyRuns.names;
import static org.layerwise.experiment.NoisyRuns.resume;
import static org.layerwise.experiment.NoisyRuns.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that was stopped or killed goes on and ends as one that was not. */
class ResumableRunTest {
    @TempDir(factory = QuickFolder.class)
    private Path folder;

    private NoisyRuns runs;

    @BeforeEach
    void writeData() throws IOException {
        runs = new NoisyRuns(folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 20, 48, 71})
    void endsAsARunThatWasNeverStopped(int step) throws IOException {
        Path whole = runs.run(EXPERIMENT, -1).folder();
        RunResult stopped = runs.run(EXPERIMENT, step);
        assertThat(stopped.outcome()).isEqualTo(RunResult.Outcome.INTERRUPTED);
        assertThat(stopped.folder().resolve("model")).doesNotExist();
        assertThat(manifest(stopped.folder()).get("status")).isEqualTo("interrupted");

        RunResult resumed = resume(stopped.folder());

        assertThat(resumed.folder()).isEqualTo(stopped.folder());
        assertThat(resumed.outcome()).isEqualTo(RunResult.Outcome.COMPLETED);
        assertSameRun(whole, resumed.folder());
        assertThat(Files.readString(resumed.folder().resolve("log.txt")))
                .contains("INTERRUPTED", "resumed from epoch " + (step - 1) / 8 + ", step " + step, "COMPLETED");
    }

    @Test
    void goesOnAfterBeingKilledAnywhereFromTheLastCheckpoint() throws IOException {
        Path whole = runs.run(EXPERIMENT, -1).folder();
        Path killed = runs.killedAt(20);

        try (ResumableRun run = ResumableRun.open(killed, List.of(), REGISTRY)) {
            assertThat(run.finished()).isEmpty();
            assertThat(run.step()).isEqualTo(18);
            assertThat(run.epoch()).isEqualTo(2);
            assertThat(run.notes()).isEmpty();
        }
        assertSameRun(whole, resume(killed).folder());
    }

    @Test
    void beginsAnewWithoutAnyCheckpoint() throws IOException {
        Path whole = runs.run(EXPERIMENT, -1).folder();
        Path killed = runs.killedAt(2);
        assertThat(killed.resolve("checkpoints")).doesNotExist();

        try (ResumableRun run = ResumableRun.open(killed, List.of(), REGISTRY)) {
            assertThat(run.step()).isZero();
            assertThat(run.beginsAnew()).isTrue();
        }
        assertSameRun(whole, resume(killed).folder());
    }

    @Test
    void beginsAnewWhereNotEvenRunJsonWasWritten() throws IOException {
        Path whole = runs.run(EXPERIMENT, -1).folder();
        Path killed = runs.killedAt(2);
        assertThat(killed.resolve("checkpoints")).doesNotExist();
        Files.delete(killed.resolve("run.json"));

        assertSameRun(whole, resume(killed).folder());
    }

    @Test
    void cutsOffARowThatWasHalfWritten() throws IOException {
        Path whole = runs.run(EXPERIMENT, -1).folder();
        Path killed = runs.killedAt(20);
        Path metrics = killed.resolve("metrics.csv");
        Files.writeString(metrics, Files.readString(metrics) + "2,16,0.12");
        Path log = killed.resolve("log.txt");
        Files.writeString(log, Files.readString(log) + "2026-01-01T00:0");

        assertSameRun(whole, resume(killed).folder());
        assertThat(Files.readAllLines(log)).contains("2026-01-01T00:0");
    }

    @Test
    void changesNothingInAFinishedRun() throws IOException {
        Path whole = runs.run(EXPERIMENT, -1).folder();
        Map<String, String> before = contents(whole);

        try (ResumableRun run = ResumableRun.open(whole, List.of("training.epochs=9"), REGISTRY)) {
            assertThat(run.finished()).contains(RunResult.Outcome.COMPLETED);
            assertThatThrownBy(run::prepared).isInstanceOf(IllegalStateException.class);
        }
        assertThat(contents(whole)).isEqualTo(before);
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        file.toString(), Arrays.toString(Files.readAllBytes(file)) + Files.getLastModifiedTime(file));
            }
        }
        return contents;
    }

    @Test
    void goesOnWhereTheModelOfAFinishedRunIsGone() throws IOException {
        Path whole = runs.run(EXPERIMENT, -1).folder();
        byte[] weights = weights(whole);
        Files.delete(whole.resolve("model").resolve("weights.safetensors"));

        resume(whole);

        assertThat(weights(whole)).isEqualTo(weights);
    }

    /** Linux refuses to write to this device as to a disk that is full. */
    @Test
    void stopsWithAMessageWhereTheDiskIsFullAndGoesOnLater() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "needs /dev/full of Linux");
        Path whole = runs.run(EXPERIMENT, -1).folder();
        Path killed = runs.killedAt(20);
        Files.createSymbolicLink(killed.resolve("checkpoints/step-24.safetensors.tmp"), full);

        assertThatThrownBy(() -> resume(killed))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("training stopped, the run folder can't be written")
                .hasMessageContaining("No space left on device");
        assertThat(names(killed.resolve("checkpoints")))
                .containsExactlyInAnyOrder("step-12.safetensors", "step-18.safetensors");
        assertSameRun(whole, resume(killed).folder());
    }

    @Test
    void stopsWithAMessageWhereTheModelDoesNotFitOnTheDisk() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "needs /dev/full of Linux");
        Path whole = runs.run(EXPERIMENT, -1).folder();
        Path killed = runs.killedAt(20);
        Files.createDirectories(killed.resolve("model"));
        Files.createSymbolicLink(killed.resolve("model/weights.safetensors.tmp"), full);

        assertThatThrownBy(() -> resume(killed))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("the run folder can't be written: No space left on device");
        assertThat(killed.resolve("model/weights.safetensors")).doesNotExist();
        assertSameRun(whole, resume(killed).folder());
    }
}
