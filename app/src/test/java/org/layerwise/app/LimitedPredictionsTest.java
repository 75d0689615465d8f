package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each command that shows what came of limited predictions says so beside its output. */
class LimitedPredictionsTest {
    private static final String WARNING =
            "(?s).*warning: \\d+ predictions were limited for the final metrics: target_transforms can't be undone there.*";

    @TempDir(factory = QuickFolder.class)
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("t.csv"),
                IntStream.range(0, 80)
                        .mapToObj(i -> i / 25.0 + "," + Math.pow(0.2 + 0.3 * (i / 25.0) * (i / 25.0), -3))
                        .collect(Collectors.joining("\n", "x,y\n", "\n")));
        Files.writeString(folder.resolve("new.csv"), "x\n0.1\n1000\n2000\n");
    }

    private Console run(String... arguments) {
        Console console = new Console();
        assertThat(console.run(arguments)).as(console.err()).isZero();
        return console;
    }

    private Console train(String weight) throws IOException {
        Path file = Files.writeString(folder.resolve("e.yaml"), """
                name: e
                data:
                  source: {type: csv, file: t.csv, target: y}
                  split: {train: 0.8, test: 0.2}
                  target_transforms: [power]
                network:
                  layers: [{type: dense, units: 1, initializer: {type: constant, value: %s}}]
                  loss: mean_squared_error
                training:
                  optimizer: {type: sgd, learning_rate: 1e-12}
                  epochs: 2
                  metrics: [r2]
                """.formatted(weight));
        return run("train", file.toString(), "--out", folder.resolve("runs").toString());
    }

    @Test
    void isSaidByTrainEvaluateAndPredict() throws IOException {
        assertThat(train("5").err()).matches(WARNING);
        String model = folder.resolve("runs/e").toString();
        assertThat(run("evaluate", model).err()).matches(WARNING);
        assertThat(run("predict", model, "--input", folder.resolve("new.csv").toString())
                        .err())
                .contains("warning: 2 predictions are limited: target_transforms can't be undone there");
    }

    @Test
    void isNotSaidWhereNoneIsLimited() throws IOException {
        assertThat(train("-0.1").err()).doesNotContain("limited");
        assertThat(run("evaluate", folder.resolve("runs/e").toString()).err()).doesNotContain("limited");
    }
}
