package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code resume} and {@code verify} on a finished run. */
class ResumeCommandTest {
    private static final String EXPERIMENT = """
            name: points
            data:
              train: {type: circles, examples: 60, noise: 0.1, seed: 1}
            network:
              layers:
                - {type: dense, units: 1, activation: sigmoid}
              loss: binary_cross_entropy
            training:
              optimizer: sgd
              epochs: 3
              checkpoint_every: 1
            """;

    @TempDir(factory = QuickFolder.class)
    private Path folder;

    private final Console console = new Console();
    private Path run = Path.of("");

    @BeforeEach
    void train() throws IOException {
        Path file = Files.writeString(folder.resolve("e.yaml"), EXPERIMENT);
        assertThat(new Console().run("train", file.toString(), "--out", folder.toString()))
                .isZero();
        run = folder.resolve("points");
    }

    @Test
    void leavesAFinishedRunAsItIs() {
        assertThat(console.run("resume", run.toString())).isZero();
        assertThat(console.out())
                .isEqualToNormalizingNewlines(
                        run + ": the run is finished, nothing is changed; --set training.epochs=N extends it\n");
        assertThat(console.err()).isEmpty();
    }

    @Test
    void extendsAFinishedRunAndReportsAllOfIt() throws IOException {
        assertThat(console.run("resume", run.toString(), "--set", "training.epochs=5"))
                .isZero();
        assertThat(console.out())
                .contains("going on from epoch 3, step 6", "epoch 3  ", "epoch 4  ", "run folder: " + run)
                .doesNotContain("epoch 2  ");
        assertThat(Files.readAllLines(run.resolve("metrics.csv"))).hasSize(6);
        assertThat(run.resolve("report.html")).exists();
    }

    @Test
    void refusesWhatIsWrongWithoutTouchingTheRun() throws IOException {
        String before = Files.readString(run.resolve("run.json"));
        assertThat(console.run("resume", run.toString(), "--set", "training.batch_size=7"))
                .isEqualTo(2);
        assertThat(console.err())
                .startsWith("--set: training.batch_size can't change in a run that goes on; expected one of ");
        assertThat(Files.readString(run.resolve("run.json"))).isEqualTo(before);
        Console other = new Console();
        assertThat(other.run("resume", folder.toString())).isEqualTo(2);
        assertThat(other.err()).contains(folder + " is no run folder; expected one with experiment.yaml");
        Console none = new Console();
        assertThat(none.run("resume")).isEqualTo(2);
        assertThat(none.err()).contains("missing required parameter: 'RUN'");
    }

    @Test
    void reproducesTheRun() {
        assertThat(console.run("verify", run.toString())).isZero();
        assertThat(console.out())
                .containsPattern("weights +equal +[0-9a-f]{64}\n")
                .containsPattern("metrics +equal +[0-9a-f]{64}\n")
                .contains(run + ": the run is reproduced to the bit");
    }

    @Test
    void saysWhatIsNotReproduced() throws IOException {
        Path yaml = run.resolve("experiment.yaml");
        Files.writeString(yaml, Files.readString(yaml).replace("seed: 0", "seed: 1"));
        assertThat(console.run("verify", run.toString())).isEqualTo(3);
        assertThat(console.out())
                .containsPattern("weights +differs +were [0-9a-f]{64}, are [0-9a-f]{64}\n")
                .contains(run + ": the run is not reproduced");
        Console other = new Console();
        assertThat(other.run("verify", folder.toString())).isEqualTo(2);
    }
}
