package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.layerwise.core.Registry;
import org.layerwise.experiment.internal.Json;

/** Runs of an experiment in which everything takes part that remembers something; they are stopped, killed and resumed. */
final class NoisyRuns {
    static final Registry REGISTRY = Registry.load();

    /** 8 steps an epoch; everything that remembers something takes part. */
    static final String EXPERIMENT = """
            name: noisy
            seed: 1
            data:
              source: {type: csv, file: data.csv, target: kind}
              split: {train: 0.7, dev: 0.3, seed: 3}
              transforms: [standardize]
            network:
              layers:
                - {type: dense, units: 5, activation: tanh}
                - batch_norm
                - {type: dropout, keep_prob: 0.9}
                - {type: dense, units: 3, activation: softmax}
              loss: categorical_cross_entropy
            training:
              optimizer: {type: adam, learning_rate: {type: exponential, initial_learning_rate: 0.01, decay_rate: 0.9, decay_steps: 20}}
              epochs: 9
              batch_size: 8
              metrics: [accuracy]
              early_stopping: {monitor: dev_cost, patience: 50}
              checkpoint_every: {steps: 6}
            """;

    static final int STEPS = 72;

    private final Path folder;

    /** Runs below this folder; the data are written there. */
    NoisyRuns(Path folder) throws IOException {
        this.folder = folder;
        StringBuilder data = new StringBuilder("x1,x2,kind\n");
        for (int i = 0; i < 90; i++) {
            String kind = List.of("small", "middle", "large").get(i % 3);
            data.append(i % 3 + i * 0.01)
                    .append(',')
                    .append(i * 7 % 11)
                    .append(',')
                    .append(kind)
                    .append('\n');
        }
        write("data.csv", data.toString());
    }

    Path data() {
        return folder.resolve("data.csv");
    }

    /** Runs an experiment; stops it after so many steps, never if that is negative. */
    RunResult run(String text, int stopAfter) throws IOException {
        PreparedExperiment prepared = new Experiments(REGISTRY).prepare(write("e.yaml", text), List.of());
        AtomicInteger steps = new AtomicInteger();
        return new ExperimentRunner(folder.resolve("runs"))
                .stopRequest(() -> steps.incrementAndGet() == stopAfter)
                .run(prepared);
    }

    Path killedAt(int step) throws IOException {
        return killedAt(step, EXPERIMENT);
    }

    /** As if the process had been killed: it has no time for anything. */
    Path killedAt(int step, String text) throws IOException {
        PreparedExperiment prepared = new Experiments(REGISTRY).prepare(write("e.yaml", text), List.of());
        AtomicInteger steps = new AtomicInteger();
        ExperimentRunner runner = new ExperimentRunner(folder.resolve("runs")).stopRequest(() -> {
            if (steps.incrementAndGet() == step) {
                throw new Killed();
            }
            return false;
        });
        assertThatThrownBy(() -> runner.run(prepared)).isInstanceOf(Killed.class);
        Path run = runner.folder().orElseThrow();
        assertThat(manifest(run).get("status")).isEqualTo("running");
        return run;
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static RunResult resume(Path run, String... overrides) {
        try (ResumableRun resumable = ResumableRun.open(run, List.of(overrides), REGISTRY)) {
            return new ExperimentRunner(Objects.requireNonNull(run.getParent())).resume(resumable);
        }
    }

    /** The same weights, final metrics and rows of metrics.csv, to the bit. */
    static void assertSameRun(Path whole, Path resumed) throws IOException {
        assertThat(weights(resumed)).as("the weights of " + resumed).isEqualTo(weights(whole));
        assertThat(manifest(resumed).get("sha256")).isEqualTo(manifest(whole).get("sha256"));
        for (String key : List.of("final", "status", "epochs", "steps", "restored_epoch", "parameters")) {
            assertThat(manifest(resumed).get(key))
                    .as(key)
                    .isEqualTo(manifest(whole).get(key));
        }
        assertThat(rows(resumed)).isEqualTo(rows(whole));
    }

    /** But their seconds. */
    private static List<String> rows(Path run) throws IOException {
        return Files.readAllLines(run.resolve("metrics.csv")).stream()
                .map(row -> {
                    String[] cells = row.split(",");
                    cells[5] = "";
                    return String.join(",", cells);
                })
                .toList();
    }

    static byte[] weights(Path run) throws IOException {
        return Files.readAllBytes(run.resolve("model").resolve("weights.safetensors"));
    }

    static Map<?, ?> manifest(Path run) throws IOException {
        return (Map<?, ?>) Objects.requireNonNull(Json.read(Files.readString(run.resolve("run.json"))));
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
