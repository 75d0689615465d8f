package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LrFindCommandTest {
    private static final String EXPERIMENT = """
            name: small
            seed: 5
            data:
              source: {type: moons, examples: 200, noise: 0.1, seed: 3}
              split: {train: 0.8, dev: 0.2}
            network:
              layers:
                - {type: dense, units: 8, activation: tanh}
                - {type: dropout, keep_prob: 0.9}
                - {type: dense, units: 1, activation: sigmoid}
              loss: binary_cross_entropy
            training:
              optimizer: {type: sgd, learning_rate: 0.1}
              epochs: 3
              batch_size: 16
              metrics: [accuracy]
              early_stopping: {monitor: dev_cost, patience: 2}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Console console = new Console();

    private int run(String experiment, String command, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("small.yaml"), experiment);
        List<String> arguments = new ArrayList<>(List.of(command, file.toString()));
        arguments.addAll(List.of(more));
        return console.run(arguments.toArray(new String[0]));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> String.valueOf(path.getFileName())).sorted().toList();
        }
    }

    @Test
    void showsATableASuggestionAndAPlotAndLeavesNothingElse() throws IOException {
        assertThat(run(EXPERIMENT, "lr-find", "--from", "1e-4", "--to", "100", "--steps", "60"))
                .isZero();
        assertThat(console.out())
                .contains("step  learning_rate  cost", "suggested learning_rate: ", "plot: ")
                .contains("0     0.000100");
        assertThat(files()).containsExactly("small-lr-find.html", "small.yaml");
        assertThat(Files.readString(folder.resolve("small-lr-find.html"))).contains("<svg", "smoothed cost");
    }

    @Test
    void theRunThatFollowsIsTheSame() throws IOException {
        assertThat(run(EXPERIMENT, "train", "--out", folder.resolve("before").toString()))
                .isZero();
        assertThat(run(EXPERIMENT, "lr-find", "--plot", folder.resolve("p.html").toString()))
                .isZero();
        assertThat(run(EXPERIMENT, "train", "--out", folder.resolve("after").toString()))
                .isZero();
        assertThat(weights("after")).isEqualTo(weights("before"));
    }

    private byte[] weights(String out) throws IOException {
        return Files.readAllBytes(folder.resolve(out).resolve("small/model/weights.safetensors"));
    }

    @Test
    void worksForAFullBatchAndForARateThatFollowsAMonitor() throws IOException {
        String full = EXPERIMENT
                .replace("batch_size: 16", "batch_size: full")
                .replace("learning_rate: 0.1", "learning_rate: {type: reduce_on_plateau, lr: 0.1}");
        assertThat(run(full, "lr-find", "--steps", "12")).isZero();
        assertThat(console.out()).contains("11    10.0");
    }

    @Test
    void endsWhereTheCostExplodes() throws IOException {
        String regression = EXPERIMENT
                .replace("binary_cross_entropy", "mean_squared_error")
                .replace("activation: sigmoid", "activation: linear")
                .replace("  metrics: [accuracy]\n", "");
        assertThat(run(regression, "lr-find", "--to", "1e6")).isZero();
        assertThat(console.out()).containsPattern("ended after [0-9]+ steps: (the cost became|training diverged)");
    }

    @ParameterizedTest
    @CsvSource({
        "--from, 0, 'from must be > 0, got 0.0'",
        "--to, 1e-8, 'to must be > 1.0E-7, the first rate, got 1.0E-8'",
        "--steps, 5, 'steps must be >= 10, got 5'",
        "--steps, many, 'steps'",
        "--plot, plot.png, 'expected a name that ends in .html'",
        "--plot, missing/folder/plot.html, 'expected a place that can be written'",
        "--set, training.optimizer.type=lbfgs, 'lbfgs'"
    })
    void refuses(String option, String value, String message) throws IOException {
        String place = value.startsWith("missing") ? folder.resolve(value).toString() : value;
        assertThat(run(EXPERIMENT, "lr-find", option, place)).isEqualTo(2);
        assertThat(console.err()).contains(message).doesNotContain("\tat ");
        assertThat(files()).containsExactly("small.yaml");
    }
}
