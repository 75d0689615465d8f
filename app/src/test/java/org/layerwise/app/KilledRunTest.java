package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.core.SplittableRandomSource;

/**
 * Kills processes that train at random moments, and goes on in new ones until the run is whole: it must be the same as
 * one that was never killed. 20 kills; {@code -Dlayerwise.kills=200}, or the profile {@code kills}, does more.
 */
class KilledRunTest {
    private static final int KILLS = Integer.getInteger("layerwise.kills", 20);
    /** So often one run is killed before it may end. */
    private static final int KILLS_OF_ONE_RUN = 7;

    /** Shuffling, dropout, batch norm, Adam, a schedule, early stopping; a checkpoint in the middle of an epoch. */
    private static final String EXPERIMENT = """
            name: killed
            seed: 5
            data:
              train: {type: circles, examples: 300, noise: 0.1, seed: 1}
              dev: {type: circles, examples: 60, noise: 0.1, seed: 2}
            network:
              layers:
                - {type: dense, units: 8, activation: relu}
                - batch_norm
                - {type: dropout, keep_prob: 0.8}
                - {type: dense, units: 1, activation: sigmoid}
              loss: binary_cross_entropy
            training:
              optimizer:
                type: adam
                learning_rate: {type: cosine, initial_learning_rate: 0.02, decay_steps: 9000}
              epochs: 300
              batch_size: 10
              metrics: [accuracy]
              early_stopping: {monitor: dev_cost, patience: 1000}
              checkpoint_every: 77 steps
              log_every: 3
            """;

    @TempDir(factory = QuickFolder.class)
    private Path folder;

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void endsAsIfItHadNeverBeenKilled(TestReporter reporter) throws IOException, InterruptedException {
        long seed = Long.getLong("layerwise.seed", System.nanoTime());
        reporter.publishEntry("layerwise.seed", Long.toString(seed));
        SplittableRandomSource random = new SplittableRandomSource(seed);
        Path file = Files.writeString(folder.resolve("killed.yaml"), EXPERIMENT);
        Process undisturbed = ChildProcess.start(folder, "train", file.toString(), "--out", "whole");
        assertThat(ChildProcess.awaitLine(undisturbed, "layers:")).isTrue();
        long began = System.nanoTime();
        assertThat(ChildProcess.finish(undisturbed)).contains("run folder:");
        long trained = System.nanoTime() - began;
        Path whole = folder.resolve("whole/killed");

        int kills = 0;
        for (int run = 1; kills < KILLS; run++) {
            Path killed = folder.resolve("runs" + run).resolve("killed");
            int ofThisRun = 0;
            boolean alive = kill(file, killed, random, trained);
            while (alive && ++ofThisRun < KILLS_OF_ONE_RUN && kills + ofThisRun < KILLS) {
                alive = kill(file, killed, random, trained);
            }
            kills += ofThisRun;
            if (Files.exists(killed.resolve("experiment.yaml"))) {
                finish(killed, whole, "seed " + seed + ", run " + run + " after " + ofThisRun + " kills");
            }
        }
        reporter.publishEntry("kills", Integer.toString(kills));
    }

    /** Starts or resumes the run and kills it; false where it ended before. */
    private boolean kill(Path file, Path run, SplittableRandomSource random, long trained)
            throws IOException, InterruptedException {
        boolean begun = Files.exists(run.resolve("experiment.yaml"));
        Process process = begun
                ? ChildProcess.start(folder, "resume", run.toString())
                : ChildProcess.start(folder, "train", file.toString(), "--out", String.valueOf(run.getParent()));
        boolean training = ChildProcess.awaitLine(process, "layers:");
        if (training) {
            double share = begun ? 0.4 : 1;
            TimeUnit.NANOSECONDS.sleep((long) (random.nextDouble() * share * trained));
        }
        boolean alive = process.isAlive();
        process.toHandle().destroyForcibly(); // SIGKILL; what it said stays readable
        ChildProcess.finish(process);
        return alive;
    }

    private void finish(Path run, Path whole, String description) throws IOException, InterruptedException {
        Process process = ChildProcess.start(folder, "resume", run.toString());
        String said = ChildProcess.finish(process);
        assertThat(process.exitValue()).as(description + ": " + said).isZero();
        assertThat(Files.readAllBytes(run.resolve("model/weights.safetensors")))
                .as(description)
                .isEqualTo(Files.readAllBytes(whole.resolve("model/weights.safetensors")));
        assertThat(rows(run)).as(description).isEqualTo(rows(whole));
        assertThat(hashes(run)).as(description).isEqualTo(hashes(whole)).contains("sha256");
    }

    /** But their seconds. */
    private static List<String> rows(Path run) throws IOException {
        return Files.readAllLines(run.resolve("metrics.csv")).stream()
                .map(row -> {
                    String[] cells = row.split(",", -1);
                    cells[5] = "";
                    return Arrays.toString(cells);
                })
                .toList();
    }

    /** Final metrics and hashes, which end run.json. */
    private static String hashes(Path run) throws IOException {
        String json = Files.readString(run.resolve("run.json"));
        return json.substring(json.indexOf("\"restored_epoch\""));
    }
}
