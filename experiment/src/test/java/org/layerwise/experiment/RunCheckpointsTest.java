package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.layerwise.experiment.NoisyRuns.EXPERIMENT;
import static org.layerwise.experiment.NoisyRuns.REGISTRY;
import static org.layerwise.experiment.NoisyRuns.STEPS;
import static org.layerwise.experiment.NoisyRuns.assertSameRun;
import static org.layerwise.experiment.NoisyRuns.names;
import static org.layerwise.experiment.NoisyRuns.resume;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.training.EpochRecord;

/** Which checkpoints a run keeps, and which of them it goes on from. */
class RunCheckpointsTest {
    @TempDir(factory = QuickFolder.class)
    private Path folder;

    private NoisyRuns runs;

    @BeforeEach
    void writeData() throws IOException {
        runs = new NoisyRuns(folder);
    }

    @Test
    void keepsTheLastCheckpointsAndTheBestOne() throws IOException {
        String experiment = EXPERIMENT
                .replace("checkpoint_every: {steps: 6}", "checkpoints: {every: 1, keep_last: 3, keep_best: true}")
                .replace(
                        "monitor: dev_cost, patience: 50",
                        "monitor: last_batch_cost, patience: 50, restore_best: false");
        Path run = runs.run(experiment, -1).folder();
        List<EpochRecord> rows = RunMetrics.read(run);
        long best = rows.stream()
                .min(Comparator.comparingDouble(row -> row.lastBatchCost()))
                .orElseThrow()
                .epoch();

        List<String> expected =
                new ArrayList<>(List.of("step-56.safetensors", "step-64.safetensors", "step-72.safetensors"));
        String kept = "step-" + (best + 1) * 8 + ".safetensors";
        if (!expected.contains(kept)) {
            expected.add(kept);
        }
        assertThat(names(run.resolve("checkpoints"))).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void writesOneAtTheEndUnlessToldOtherwise() throws IOException {
        String quiet = EXPERIMENT.replace("checkpoint_every: {steps: 6}", "log_every: 1");
        assertThat(names(runs.run(quiet, -1).folder().resolve("checkpoints")))
                .containsExactly("step-" + STEPS + ".safetensors");
        Path none = runs.run(quiet.replace("log_every: 1", "checkpoints: {at_end: false}"), -1)
                .folder();
        assertThat(none.resolve("checkpoints")).doesNotExist();
    }

    @Test
    void fallsBackToTheCheckpointBeforeADamagedOneAndSaysSo() throws IOException {
        Path whole = runs.run(EXPERIMENT, -1).folder();
        for (int kind = 0; kind < 4; kind++) {
            Path killed = runs.killedAt(20);
            String reason = damage(killed.resolve("checkpoints/step-18.safetensors"), kind);
            try (ResumableRun run = ResumableRun.open(killed, List.of(), REGISTRY)) {
                assertThat(run.step()).isEqualTo(12);
                assertThat(run.notes()).singleElement().asString().contains("step-18.safetensors", reason);
            }
            assertSameRun(whole, resume(killed).folder());
            assertThat(killed.resolve("checkpoints/step-18.safetensors.unusable"))
                    .exists();
            assertThat(killed.resolve("checkpoints/step-72.safetensors")).exists();
        }
    }

    @Test
    void refusesToGuessWhereNoCheckpointIsSound() throws IOException {
        Path killed = runs.killedAt(20);
        damage(killed.resolve("checkpoints/step-18.safetensors"), 0);
        damage(killed.resolve("checkpoints/step-12.safetensors"), 1);

        assertThatThrownBy(() -> ResumableRun.open(killed, List.of(), REGISTRY))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("step-18.safetensors")
                .hasMessageContaining("step-12.safetensors is damaged: its check sum")
                .hasMessageContaining("expected a sound one, or none, to begin anew");
    }

    private String damage(Path checkpoint, int kind) throws IOException {
        byte[] bytes = Files.readAllBytes(checkpoint);
        switch (kind) {
            case 0 -> {
                Files.write(checkpoint, Arrays.copyOf(bytes, bytes.length - 8));
                return "bytes of values";
            }
            case 1 -> {
                try (RandomAccessFile file = new RandomAccessFile(checkpoint.toFile(), "rw")) {
                    file.seek(bytes.length - 20);
                    int old = file.read();
                    file.seek(bytes.length - 20);
                    file.write(old ^ 1);
                }
                return "check sum";
            }
            case 2 -> {
                Path other = runs.killedAt(20, EXPERIMENT.replace("activation: tanh", "activation: relu"));
                Files.copy(
                        other.resolve("checkpoints/step-18.safetensors"),
                        checkpoint,
                        StandardCopyOption.REPLACE_EXISTING);
                return "of another network";
            }
            default -> {
                Path other = runs.killedAt(20, EXPERIMENT.replace("batch_size: 8", "batch_size: 7"));
                Files.copy(
                        other.resolve("checkpoints/step-18.safetensors"),
                        checkpoint,
                        StandardCopyOption.REPLACE_EXISTING);
                return "of another experiment";
            }
        }
    }
}
