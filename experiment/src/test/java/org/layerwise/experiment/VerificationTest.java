package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.core.Registry;
import org.layerwise.training.Progress;
import org.layerwise.training.TrainingListener;

class VerificationTest {
    private static final Registry REGISTRY = Registry.load();

    private static final String EXPERIMENT = """
            name: points
            seed: 4
            data:
              train: {type: circles, examples: 60, noise: 0.1, seed: 1}
              dev: {type: circles, examples: 20, noise: 0.1, seed: 2}
            network:
              layers:
                - {type: dense, units: 4, activation: tanh}
                - {type: dropout, keep_prob: 0.9}
                - {type: dense, units: 1, activation: sigmoid}
              loss: binary_cross_entropy
            training:
              optimizer: adam
              epochs: 4
              batch_size: 16
              metrics: [accuracy, confusion_matrix]
            """;

    @TempDir(factory = QuickFolder.class)
    private Path folder;

    @Test
    void reproducesARunToTheBit() throws IOException {
        Path run = run(EXPERIMENT).folder();
        List<Verification.Comparison> all = verify(run);

        assertThat(all)
                .extracting(Verification.Comparison::what)
                .containsExactly("weights", "metrics", "final", "model");
        assertThat(all).allMatch(Verification.Comparison::equal);
        assertThat(Files.readString(run.resolve("run.json")))
                .contains(all.get(0).detail(), all.get(1).detail());
    }

    @Test
    void reproducesARunThatWasResumedAndExtended() throws IOException {
        Path run = run(EXPERIMENT).folder();
        try (ResumableRun more = ResumableRun.open(run, List.of("training.epochs=6"), REGISTRY)) {
            new ExperimentRunner(folder).resume(more);
        }
        assertThat(verify(run)).allMatch(Verification.Comparison::equal);
    }

    @Test
    void reproducesARunThatTheClockEnded() throws IOException {
        Experiments experiments = new Experiments(REGISTRY);
        String timed = EXPERIMENT.replace("epochs: 4", "epochs: 10000000\n  log_every: 1000\n  max_time: 100ms");
        RunResult result = new ExperimentRunner(folder.resolve("runs"))
                .run(experiments.prepare(write("e.yaml", timed), List.of()));
        assertThat(result.outcome()).isEqualTo(RunResult.Outcome.STOPPED);

        assertThat(verify(result.folder())).allMatch(Verification.Comparison::equal);
    }

    @Test
    void saysWhatIsNotReproduced() throws IOException {
        Path run = run(EXPERIMENT).folder();
        Path json = run.resolve("run.json");
        Path yaml = run.resolve("experiment.yaml");
        Files.writeString(yaml, Files.readString(yaml).replace("seed: 4", "seed: 5"));

        List<Verification.Comparison> all = verify(run);
        assertThat(all).extracting(Verification.Comparison::equal).containsExactly(false, false, false, true);
        assertThat(all.get(0).detail()).contains("were ", ", are ");
        assertThat(all.get(1).detail()).startsWith("row 1 was 0,0,");
        assertThat(all.get(2).detail()).contains("final was {");
        assertThat(json).exists();
    }

    @Test
    void saysThatTheModelWasChangedAfterwards() throws IOException {
        Path run = run(EXPERIMENT).folder();
        Path weights = run.resolve("model").resolve("weights.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length - 1] ^= 1;
        Files.write(weights, bytes);

        List<Verification.Comparison> all = verify(run);
        assertThat(all).extracting(Verification.Comparison::equal).containsExactly(true, true, true, false);
        assertThat(all.get(3).detail()).contains("weights.safetensors is not what the run wrote");
    }

    @Test
    void refusesWhatCannotBeTrainedAgain() throws IOException {
        Path run = run(EXPERIMENT).folder();
        Path json = run.resolve("run.json");
        String whole = Files.readString(json);
        Files.writeString(json, whole.replace("\"completed\"", "\"running\""));
        assertThatThrownBy(() -> Verification.of(run, REGISTRY))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("the run is not finished, its status is 'running'");
        Files.writeString(json, whole);
        try (ResumableRun more = ResumableRun.open(
                run, List.of("training.epochs=6", "training.optimizer.learning_rate=0.1"), REGISTRY)) {
            new ExperimentRunner(folder).resume(more);
        }
        assertThatThrownBy(() -> Verification.of(run, REGISTRY))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining(
                        "was resumed in epoch 4 with [training.epochs=6, training.optimizer.learning_rate=0.1]");
        assertThatThrownBy(() -> Verification.of(folder, REGISTRY))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("is no run folder");
    }

    @Test
    void stopsWhereItIsTold() throws IOException {
        Path run = run(EXPERIMENT).folder();
        AtomicInteger steps = new AtomicInteger();
        TrainingListener follower = new TrainingListener() {
            @Override
            public void progressed(Progress progress) {}
        };
        assertThat(Verification.of(run, REGISTRY).compare(List.of(follower), () -> steps.incrementAndGet() == 3))
                .isEmpty();
    }

    private static List<Verification.Comparison> verify(Path run) {
        return Verification.of(run, REGISTRY).compare(List.of(), () -> false);
    }

    private RunResult run(String text) throws IOException {
        PreparedExperiment prepared = new Experiments(REGISTRY).prepare(write("e.yaml", text), List.of());
        return new ExperimentRunner(folder.resolve("runs")).run(prepared);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
