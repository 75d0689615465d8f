package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerwise.core.Registry;
import org.layerwise.experiment.internal.Json;
import org.layerwise.training.EpochRecord;

class ResumableRunTest {
    private static final Registry REGISTRY = Registry.load();

    /** 8 steps an epoch; everything that remembers something takes part. */
    private static final String EXPERIMENT = """
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

    private static final int STEPS = 72;

    @TempDir(factory = QuickFolder.class)
    private Path folder;

    @BeforeEach
    void writeData() throws IOException {
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

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 20, 48, 71})
    void endsAsARunThatWasNeverStopped(int step) throws IOException {
        Path whole = run(EXPERIMENT, -1).folder();
        RunResult stopped = run(EXPERIMENT, step);
        assertThat(stopped.outcome()).isEqualTo(RunResult.Outcome.INTERRUPTED);
        assertThat(stopped.folder().resolve("model")).doesNotExist();
        assertThat(manifest(stopped.folder()).get("status")).isEqualTo("interrupted");

        RunResult resumed = resume(stopped.folder());

        assertThat(resumed.folder()).isEqualTo(stopped.folder());
        assertThat(resumed.outcome()).isEqualTo(RunResult.Outcome.COMPLETED);
        assertSame(whole, resumed.folder());
        assertThat(Files.readString(resumed.folder().resolve("log.txt")))
                .contains("INTERRUPTED", "resumed from epoch " + (step - 1) / 8 + ", step " + step, "COMPLETED");
    }

    @Test
    void goesOnAfterBeingKilledAnywhereFromTheLastCheckpoint() throws IOException {
        Path whole = run(EXPERIMENT, -1).folder();
        Path killed = killedAt(20);

        try (ResumableRun run = ResumableRun.open(killed, List.of(), REGISTRY)) {
            assertThat(run.finished()).isEmpty();
            assertThat(run.step()).isEqualTo(18);
            assertThat(run.epoch()).isEqualTo(2);
            assertThat(run.notes()).isEmpty();
        }
        assertSame(whole, resume(killed).folder());
    }

    @Test
    void beginsAnewWithoutAnyCheckpoint() throws IOException {
        Path whole = run(EXPERIMENT, -1).folder();
        Path killed = killedAt(2);
        assertThat(killed.resolve("checkpoints")).doesNotExist();

        try (ResumableRun run = ResumableRun.open(killed, List.of(), REGISTRY)) {
            assertThat(run.step()).isZero();
            assertThat(run.beginsAnew()).isTrue();
        }
        assertSame(whole, resume(killed).folder());
    }

    @Test
    void beginsAnewWhereNotEvenRunJsonWasWritten() throws IOException {
        Path whole = run(EXPERIMENT, -1).folder();
        Path killed = killedAt(2);
        assertThat(killed.resolve("checkpoints")).doesNotExist();
        Files.delete(killed.resolve("run.json"));

        assertSame(whole, resume(killed).folder());
    }

    @Test
    void cutsOffARowThatWasHalfWritten() throws IOException {
        Path whole = run(EXPERIMENT, -1).folder();
        Path killed = killedAt(20);
        Path metrics = killed.resolve("metrics.csv");
        Files.writeString(metrics, Files.readString(metrics) + "2,16,0.12");
        Path log = killed.resolve("log.txt");
        Files.writeString(log, Files.readString(log) + "2026-01-01T00:0");

        assertSame(whole, resume(killed).folder());
        assertThat(Files.readAllLines(log)).contains("2026-01-01T00:0");
    }

    @Test
    void changesNothingInAFinishedRun() throws IOException {
        Path whole = run(EXPERIMENT, -1).folder();
        Map<String, String> before = contents(whole);

        try (ResumableRun run = ResumableRun.open(whole, List.of("training.epochs=9"), REGISTRY)) {
            assertThat(run.finished()).contains(RunResult.Outcome.COMPLETED);
            assertThatThrownBy(run::prepared).isInstanceOf(IllegalStateException.class);
        }
        assertThat(contents(whole)).isEqualTo(before);
    }

    @Test
    void goesOnWhereTheModelOfAFinishedRunIsGone() throws IOException {
        Path whole = run(EXPERIMENT, -1).folder();
        byte[] weights = weights(whole);
        Files.delete(whole.resolve("model").resolve("weights.safetensors"));

        resume(whole);

        assertThat(weights(whole)).isEqualTo(weights);
    }

    @ParameterizedTest
    @CsvSource({"1", "4"})
    void extendsAFinishedRun(int logEvery) throws IOException {
        String experiment = EXPERIMENT.replace("checkpoint_every: {steps: 6}", "log_every: " + logEvery);
        Path longer = run(experiment.replace("epochs: 9", "epochs: 14"), -1).folder();
        Path extended = run(experiment, -1).folder();

        resume(extended, "training.epochs=14");

        assertSame(longer, extended);
        assertThat(Files.readString(extended.resolve("experiment.yaml")))
                .isEqualTo(Files.readString(longer.resolve("experiment.yaml")));
        assertThat(String.valueOf(manifest(extended).get("resumed"))).contains("training.epochs=14");
    }

    @Test
    void extendsARunThatWasStoppedEarlyByMorePatience() throws IOException {
        String hasty = EXPERIMENT.replace("patience: 50", "patience: 1, min_delta: 100, start_from: 2");
        Path stopped = run(hasty, -1).folder();
        assertThat(manifest(stopped).get("status")).isEqualTo("stopped");
        Path patient = run(hasty.replace("patience: 1,", "patience: 3,"), -1).folder();

        assertThat(resume(stopped, "training.epochs=20").outcome())
                .as("more epochs alone change nothing")
                .isEqualTo(RunResult.Outcome.STOPPED);
        assertThat(manifest(stopped).get("epochs")).isEqualTo(4L);
        resume(stopped, "training.early_stopping.patience=3", "training.epochs=9");

        assertSame(patient, stopped);
    }

    @Test
    void goesOnWithAFailedRunUnderOtherOptionsOnly() throws IOException {
        String wild = EXPERIMENT.replaceFirst("optimizer: .*", "optimizer: {type: sgd, learning_rate: 1e200}");
        Path diverged = run(wild, -1).folder();
        assertThat(manifest(diverged).get("status")).isEqualTo("diverged");

        try (ResumableRun run = ResumableRun.open(diverged, List.of(), REGISTRY)) {
            assertThat(run.finished()).contains(RunResult.Outcome.DIVERGED);
            assertThat(run.explanation()).contains("training diverged");
        }
        assertThat(resume(diverged, "training.optimizer.learning_rate=0.01").outcome())
                .isEqualTo(RunResult.Outcome.COMPLETED);
        assertThat(String.valueOf(manifest(diverged).get("resumed"))).contains("changed_the_mathematics=true");
    }

    @Test
    void fallsBackToTheCheckpointBeforeADamagedOneAndSaysSo() throws IOException {
        Path whole = run(EXPERIMENT, -1).folder();
        for (int kind = 0; kind < 4; kind++) {
            Path killed = killedAt(20);
            String reason = damage(killed.resolve("checkpoints/step-18.safetensors"), kind);
            try (ResumableRun run = ResumableRun.open(killed, List.of(), REGISTRY)) {
                assertThat(run.step()).isEqualTo(12);
                assertThat(run.notes()).singleElement().asString().contains("step-18.safetensors", reason);
            }
            assertSame(whole, resume(killed).folder());
            assertThat(killed.resolve("checkpoints/step-18.safetensors.unusable"))
                    .exists();
            assertThat(killed.resolve("checkpoints/step-72.safetensors")).exists();
        }
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
                Path other = killedAt(20, EXPERIMENT.replace("activation: tanh", "activation: relu"));
                Files.copy(
                        other.resolve("checkpoints/step-18.safetensors"),
                        checkpoint,
                        StandardCopyOption.REPLACE_EXISTING);
                return "of another network";
            }
            default -> {
                Path other = killedAt(20, EXPERIMENT.replace("batch_size: 8", "batch_size: 7"));
                Files.copy(
                        other.resolve("checkpoints/step-18.safetensors"),
                        checkpoint,
                        StandardCopyOption.REPLACE_EXISTING);
                return "of another experiment";
            }
        }
    }

    @Test
    void refusesToGuessWhereNoCheckpointIsSound() throws IOException {
        Path killed = killedAt(20);
        damage(killed.resolve("checkpoints/step-18.safetensors"), 0);
        damage(killed.resolve("checkpoints/step-12.safetensors"), 1);

        assertThatThrownBy(() -> ResumableRun.open(killed, List.of(), REGISTRY))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("step-18.safetensors")
                .hasMessageContaining("step-12.safetensors is damaged: its check sum")
                .hasMessageContaining("expected a sound one, or none, to begin anew");
    }

    @Test
    void refusesChangedDataByName() throws IOException {
        Path killed = killedAt(20);
        Path data = folder.resolve("data.csv");
        Files.writeString(data, Files.readString(data).replaceFirst("small", "large"));

        assertThatThrownBy(() -> ResumableRun.open(killed, List.of(), REGISTRY))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("data.csv: the data have changed since the run began");
        Files.delete(data);
        assertThatThrownBy(() -> ResumableRun.open(killed, List.of(), REGISTRY))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("data.csv: the data are not there any more");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "network.layers[0].units=6 | network can't change in a run that goes on",
                "data.split.seed=4 | data can't change in a run that goes on",
                "seed=2 | seed can't change in a run that goes on",
                "training.batch_size=16 | training.batch_size can't change in a run that goes on",
                "training.metrics=[] | training.metrics can't change in a run that goes on",
                "training.optimizer=sgd | training.optimizer is adam, and what it remembers means nothing to sgd",
                "training.epochs=1 | training.epochs is 1 but 3 are trained or begun already; expected at least 3",
                "training.epochs=x | --set training.epochs",
                "training.epoch=20 | did you mean 'epochs'?",
            })
    void refusesAnOverrideThatWouldChangeWhatWasTrained(String override, String message) throws IOException {
        Path killed = killedAt(20);

        assertThatThrownBy(() -> ResumableRun.open(killed, List.of(override), REGISTRY))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining(message);
        resume(killed);
    }

    @Test
    void refusesAStateThatIsWithoutWhatANewRuleNeeds() throws IOException {
        Path killed = killedAt(20, EXPERIMENT.replaceFirst(" +early_stopping: .*\n", ""));

        assertThatThrownBy(() ->
                        ResumableRun.open(killed, List.of("training.early_stopping={monitor: dev_cost}"), REGISTRY))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("training.early_stopping can't be added to a run under way");
    }

    @Test
    void refusesAFolderThatSomebodyElseTrainsIn() throws IOException {
        Path killed = killedAt(20);
        try (ResumableRun run = ResumableRun.open(killed, List.of(), REGISTRY)) {
            assertThatThrownBy(() -> ResumableRun.open(run.folder(), List.of(), REGISTRY))
                    .isInstanceOf(ExperimentException.class)
                    .hasMessageContaining("another process trains in this run folder");
        }
        resume(killed);
    }

    @Test
    void refusesAFolderThatIsNoRun() {
        assertThatThrownBy(() -> ResumableRun.open(folder.resolve("nothing"), List.of(), REGISTRY))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("is no run folder; expected one with experiment.yaml");
    }

    @Test
    void refusesARunWhosePluginIsNotHere() throws IOException {
        Path killed = killedAt(20);
        Path json = killed.resolve("run.json");
        Files.writeString(json, Files.readString(json).replace("OptimizersPlugin", "StrangePlugin"));

        assertThatThrownBy(() -> ResumableRun.open(killed, List.of(), REGISTRY))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("the plugin org.layerwise.optimizers.StrangePlugin took part in this run")
                .hasMessageContaining("--plugins");
        Files.writeString(json, "{");
        assertThatThrownBy(() -> ResumableRun.open(killed, List.of(), REGISTRY))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("run.json is damaged");
    }

    @Test
    void saysThatAnotherVersionMayGiveOtherBits() throws IOException {
        Path killed = killedAt(20);
        Path json = killed.resolve("run.json");
        Files.writeString(
                json, Files.readString(json).replaceFirst("\"layerwise\" : \"[^\"]*\"", "\"layerwise\" : \"0.0.1\""));

        try (ResumableRun run = ResumableRun.open(killed, List.of(), REGISTRY)) {
            assertThat(run.notes()).singleElement().asString().startsWith("Layerwise was 0.0.1 when the run began");
        }
    }

    @Test
    void keepsTheLastCheckpointsAndTheBestOne() throws IOException {
        String experiment = EXPERIMENT
                .replace("checkpoint_every: {steps: 6}", "checkpoints: {every: 1, keep_last: 3, keep_best: true}")
                .replace(
                        "monitor: dev_cost, patience: 50",
                        "monitor: last_batch_cost, patience: 50, restore_best: false");
        Path run = run(experiment, -1).folder();
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
        assertThat(names(run(quiet, -1).folder().resolve("checkpoints")))
                .containsExactly("step-" + STEPS + ".safetensors");
        Path none = run(quiet.replace("log_every: 1", "checkpoints: {at_end: false}"), -1)
                .folder();
        assertThat(none.resolve("checkpoints")).doesNotExist();
    }

    /** Linux refuses to write to this device as to a disk that is full. */
    @Test
    void stopsWithAMessageWhereTheDiskIsFullAndGoesOnLater() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "needs /dev/full of Linux");
        Path whole = run(EXPERIMENT, -1).folder();
        Path killed = killedAt(20);
        Files.createSymbolicLink(killed.resolve("checkpoints/step-24.safetensors.tmp"), full);

        assertThatThrownBy(() -> resume(killed))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("training stopped, the run folder can't be written")
                .hasMessageContaining("No space left on device");
        assertThat(names(killed.resolve("checkpoints")))
                .containsExactlyInAnyOrder("step-12.safetensors", "step-18.safetensors");
        assertSame(whole, resume(killed).folder());
    }

    @Test
    void stopsWithAMessageWhereTheModelDoesNotFitOnTheDisk() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "needs /dev/full of Linux");
        Path whole = run(EXPERIMENT, -1).folder();
        Path killed = killedAt(20);
        Files.createDirectories(killed.resolve("model"));
        Files.createSymbolicLink(killed.resolve("model/weights.safetensors.tmp"), full);

        assertThatThrownBy(() -> resume(killed))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("the run folder can't be written: No space left on device");
        assertThat(killed.resolve("model/weights.safetensors")).doesNotExist();
        assertSame(whole, resume(killed).folder());
    }

    private RunResult run(String text, int stopAfter) throws IOException {
        PreparedExperiment prepared = new Experiments(REGISTRY).prepare(write("e.yaml", text), List.of());
        AtomicInteger steps = new AtomicInteger();
        return new ExperimentRunner(folder.resolve("runs"))
                .stopRequest(() -> steps.incrementAndGet() == stopAfter)
                .run(prepared);
    }

    private Path killedAt(int step) throws IOException {
        return killedAt(step, EXPERIMENT);
    }

    /** As if the process had been killed: it has no time for anything. */
    private Path killedAt(int step, String text) throws IOException {
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

    private static RunResult resume(Path run, String... overrides) {
        try (ResumableRun resumable = ResumableRun.open(run, List.of(overrides), REGISTRY)) {
            return new ExperimentRunner(Objects.requireNonNull(run.getParent())).resume(resumable);
        }
    }

    private static void assertSame(Path whole, Path resumed) throws IOException {
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

    private static byte[] weights(Path run) throws IOException {
        return Files.readAllBytes(run.resolve("model").resolve("weights.safetensors"));
    }

    private static Map<?, ?> manifest(Path run) throws IOException {
        return (Map<?, ?>) Objects.requireNonNull(Json.read(Files.readString(run.resolve("run.json"))));
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

    private static List<String> names(Path folder) throws IOException {
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
