package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A signal ends a run with a checkpoint, a message and a code, also while a step takes long. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class InterruptedRunTest {
    private static final String EXPERIMENT = """
            name: an experiment's run
            seed: 5
            data:
              train: {type: circles, examples: 50, noise: 0.1, seed: 1}
            network:
              layers:
                - {type: dense, units: 4, activation: ACTIVATION}
                - {type: dropout, keep_prob: 0.8}
                - {type: dense, units: 1, activation: sigmoid}
              loss: binary_cross_entropy
            training:
              optimizer: adam
              epochs: EPOCHS
              batch_size: 25
              log_every: 1000
            """;

    /** Takes its time in training, and at its 30th call there so much that nobody can wait for it. */
    private static final String SLOW = """
            package slow;
            import org.layerwise.core.DenseMatrix;
            public record Slow() implements org.layerwise.activations.Activation {
                private static int calls;
                public void apply(DenseMatrix z, DenseMatrix a) {
                    System.arraycopy(z.values(), 0, a.values(), 0, z.values().length);
                    boolean training = z.getColumnDimension() == 25;
                    boolean stands = training && ++calls == 30 && Boolean.getBoolean("slow.stands");
                    try {
                        Thread.sleep(stands ? 120_000 : training ? 60 : 0);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
                public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
                    System.arraycopy(dA.values(), 0, dZ.values(), 0, dA.values().length);
                }
            }
            """;

    private static final String PLUGIN = """
            package slow;
            public final class SlowPlugin implements org.layerwise.core.Plugin {
                public void register(Registrar registrar) {
                    registrar.add(org.layerwise.activations.Activation.class, "slow", Slow.class);
                }
            }
            """;

    @TempDir(factory = QuickFolder.class)
    private Path folder;

    private Path write(String activation, int epochs) throws IOException {
        String text = EXPERIMENT.replace("ACTIVATION", activation).replace("EPOCHS", Integer.toString(epochs));
        return Files.writeString(folder.resolve("e.yaml"), text);
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void isSavedAndSaysHowToGoOn(String signal, int code) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "needs kill");
        Path file = write("tanh", 100_000_000);
        Process process = ChildProcess.start(folder, "train", file.toString(), "--out", "runs");
        assertThat(ChildProcess.awaitLine(process, "epoch")).isTrue();
        new ProcessBuilder("/bin/kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
        String said = ChildProcess.finish(process);

        assertThat(process.exitValue()).isEqualTo(code);
        assertThat(said)
                .contains("the run is saved; go on with: layerwise resume 'runs/an experiment'\\''s run'")
                .doesNotContain("Exception");
        Path run = folder.resolve("runs/an experiment's run");
        assertThat(Files.readString(run.resolve("run.json"))).contains("\"status\" : \"interrupted\"");
        assertThat(run.resolve("model")).doesNotExist();
        try (var saved = Files.list(run.resolve("checkpoints"))) {
            assertThat(saved).singleElement().asString().endsWith(".safetensors");
        }
    }

    @Test
    void isSavedWhileAStepTakesLong() throws IOException, InterruptedException {
        Path jar = new PluginProject(folder.resolve("plugin"))
                .source("slow.Slow", SLOW)
                .source("slow.SlowPlugin", PLUGIN)
                .plugin("slow.SlowPlugin")
                .jar("slow plugin.jar");
        String file = write("slow", 17).toString();
        Process whole = ChildProcess.start(folder, "train", file, "--out", "whole", "--plugins", jar.toString());
        Process process = ChildProcess.start(
                folder,
                "java",
                List.of("-Dslow.stands=true"),
                "train",
                file,
                "--out",
                "runs",
                "--plugins",
                jar.toString());
        Path run = folder.resolve("runs/an experiment's run");
        assertThat(ChildProcess.awaitLine(process, "epoch")).isTrue();
        TimeUnit.SECONDS.sleep(4); // now it stands in its 30th step
        refusesASecondProcess(run, jar);
        long asked = System.nanoTime();
        process.toHandle().destroy(); // SIGTERM
        String said = ChildProcess.finish(process);

        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(30));
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(said)
                .contains("interrupted in a long step; what was before it is saved")
                .contains("go on with: layerwise resume 'runs/an experiment'\\''s run' --plugins '" + jar + "'");
        assertThat(ChildProcess.finish(whole)).contains("run folder:");
        Console console = new Console();
        assertThat(console.run("resume", run.toString(), "--plugins", jar.toString()))
                .as(console.err())
                .isZero();
        assertThat(console.out()).contains("going on from epoch 14, step 29");
        assertThat(Files.readString(run.resolve("experiment.yaml")))
                .isEqualTo(Files.readString(folder.resolve("whole/an experiment's run/experiment.yaml")));
    }

    private void refusesASecondProcess(Path run, Path jar) {
        Console console = new Console();
        assertThat(console.run("resume", run.toString(), "--plugins", jar.toString()))
                .isEqualTo(2);
        assertThat(console.err()).contains("another process trains in this run folder");
    }
}
