package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepAndCompareTest {
    private static final String MOONS = """
            name: moons
            data:
              source: {type: moons, examples: 60, noise: 0.2, seed: 3}
              split: {train: 0.7, dev: 0.3, seed: 1}
            network:
              layers:
                - {type: dense, units: 3, activation: relu}
                - {type: dense, units: 1, activation: sigmoid}
              loss: binary_cross_entropy
            training: {optimizer: {type: adam, learning_rate: 0.05}, epochs: 8, metrics: [accuracy]}
            diagnosis: {human_error: 0.01}
            """;
    private static final String SWEEP = MOONS + """
            sweep:
              grid: {"network.layers[0].units": [1, 4], training.optimizer.learning_rate: [0.0001, 0.1]}
              parallel: 2
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aSweepPrintsItsRunsByRankAndLeavesThem() throws IOException {
        Console console = new Console();
        assertThat(console.run(
                        "sweep", write(SWEEP), "--out", folder.resolve("runs").toString()))
                .as(console.err())
                .isZero();
        assertThat(console.out())
                .contains("sweep: 4 runs over network.layers[0].units, training.optimizer.learning_rate, 2 at a time,"
                        + " ranked by dev_cost")
                .contains(
                        "run 3/4  network.layers[0].units=4  training.optimizer.learning_rate=0.0001  completed, dev_cost ")
                .containsPattern("rank +run +network.layers\\[0].units +training.optimizer.learning_rate +dev_cost")
                .contains("sweep folder: ");
        assertThat(Files.readAllLines(folder.resolve("runs/moons/sweep.csv"))).hasSize(5);
        assertThat(folder.resolve("runs/moons/moons-4/run.json")).exists();
    }

    @Test
    void validateChecksASweepAndTrainSendsItAway() throws IOException {
        Console console = new Console();
        assertThat(console.run("validate", write(SWEEP))).isZero();
        assertThat(console.out()).contains("sweep: 4 runs", "no mistakes found");
        Console training = new Console();
        assertThat(training.run("train", write(SWEEP), "--out", folder.toString()))
                .isEqualTo(2);
        assertThat(training.err()).contains(":12:1: sweep: this file describes many runs; expected the command sweep");
        Console wrong = new Console();
        assertThat(wrong.run("validate", write(SWEEP), "--set", "sweep.parallel=0"))
                .isEqualTo(2);
        assertThat(wrong.err()).contains("parallel must be >= 1, got 0");
        Console single = new Console();
        assertThat(single.run("sweep", write(MOONS), "--out", folder.toString()))
                .isEqualTo(2);
        assertThat(single.err()).contains("sweep is missing");
    }

    @Test
    void comparesRunsAndMarksTheBest() throws IOException {
        String runs = folder.resolve("runs").toString();
        train(runs, "training.optimizer.learning_rate=0.0001");
        train(runs, "network.layers[0].units=8");
        Console console = new Console();
        assertThat(console.run("compare", runs + "/moons", runs + "/moons-2")).isZero();
        assertThat(console.out())
                .containsPattern("run +status +epochs +train_cost +train_accuracy +dev_cost +dev_accuracy")
                .containsPattern("moons-2 +completed +8 +0\\.\\d+ \\*")
                .containsPattern("differs +moons +moons-2")
                .containsPattern("network.layers\\[0].units +3 +8")
                .containsPattern("training.optimizer.learning_rate\\S* +(1.0E-4|0.0001) +0.05");
        Console json = new Console();
        assertThat(json.run("compare", "--json", runs + "/moons", runs + "/moons-2"))
                .isZero();
        assertThat(json.out()).contains("\"runs\"", "\"best\"", "\"differences\"", "\"dev_accuracy\"");
        Console alone = new Console();
        assertThat(alone.run("compare", runs + "/moons")).isEqualTo(2);
        assertThat(alone.err()).contains("expected two or more run folders");
        Console none = new Console();
        assertThat(none.run("compare", runs + "/moons", runs)).isEqualTo(2);
        assertThat(none.err()).contains("is no run folder");
    }

    @Test
    void writesTheSameReportAgain() throws IOException {
        String runs = folder.resolve("runs").toString();
        Console training = train(runs, "training.epochs=9");
        assertThat(training.out()).contains("diagnosis: human error 1 %, train error ", "avoidable bias ");
        Path report = Path.of(runs, "moons", "report.html");
        String written = Files.readString(report);
        assertThat(written)
                .contains("Diagnosis", "Layers at the end", "Norms of gradients, log10", "Decision boundary");
        Files.delete(report);
        Console console = new Console();
        assertThat(console.run("report", runs + "/moons")).as(console.err()).isZero();
        assertThat(console.out()).contains("report.html");
        assertThat(Files.readString(report)).isEqualTo(written);
        Console none = new Console();
        assertThat(none.run("report", runs)).isEqualTo(2);
    }

    private Console train(String out, String override) throws IOException {
        Console console = new Console();
        assertThat(console.run("train", write(MOONS), "--out", out, "--set", override))
                .as(console.err())
                .isZero();
        return console;
    }

    private String write(String experiment) throws IOException {
        return Files.writeString(folder.resolve("experiment.yaml"), experiment).toString();
    }
}
