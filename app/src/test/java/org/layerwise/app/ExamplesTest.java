package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example passes all checks and trains; those on data that is not part of the project where that is at hand. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final Path DATA =
            Path.of(System.getProperty("layerwise.shared", "absent")).resolve("data");

    /** Examples on tables and images, by the folder of their data; the module experiment trains them. */
    private static final Map<String, String> FOLDERS = Map.of(
            "titanic.yaml", "tabular",
            "adult.yaml", "tabular",
            "california-housing.yaml", "tabular",
            "wine.yaml", "tabular",
            "digits.yaml", "tabular",
            "mnist.yaml", "mnist",
            "mnist-mixed.yaml", "mnist",
            "fashion-mnist.yaml", "fashion-mnist");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path out;

    static List<String> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !name.endsWith("-sweep.yaml"))
                    .filter(name -> !FOLDERS.containsKey(name))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void sweeps() {
        Console console = new Console();
        String file = EXAMPLES.resolve("planar-flower-sweep.yaml").toString();
        assertThat(console.run("sweep", file, "--out", out.toString(), "--set", "training.epochs=3"))
                .as(console.err())
                .isZero();
        assertThat(console.out()).contains("run 7/7  ", "sweep folder: ");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void trains(String example) {
        List<String> arguments = new ArrayList<>(List.of(
                "train", EXAMPLES.resolve(example).toString(), "--out", out.toString(), "--set", "training.epochs=3"));
        if (example.startsWith("cats-")) {
            arguments.addAll(data("cats/train_catvnoncat.h5", "cats/test_catvnoncat.h5"));
        } else if (example.startsWith("football-")) {
            arguments.addAll(data("football/data.mat", "football/data.mat"));
        }
        Console console = new Console();
        assertThat(console.run(arguments.toArray(new String[0])))
                .as(console.err())
                .isZero();
        assertThat(console.out()).contains("epoch 0  cost ", "epoch 2  cost ", "run folder: ");
        assertThat(out.resolve(example.replace(".yaml", ""))).isDirectory();
    }

    static Set<String> tablesAndImages() {
        return FOLDERS.keySet();
    }

    @ParameterizedTest
    @MethodSource("tablesAndImages")
    void areValidWhereTheirDataAre(String example) {
        assumeTrue(Files.isDirectory(DATA), "the data are not at hand");
        Console console = new Console();
        String folder = DATA.resolve(String.valueOf(FOLDERS.get(example)))
                .toAbsolutePath()
                .toString();
        assertThat(console.run("validate", EXAMPLES.resolve(example).toString(), "--set", "data.directory=" + folder))
                .as(console.err())
                .isZero();
    }

    private static List<String> data(String train, String test) {
        assumeTrue(Files.isDirectory(DATA), "the course's data are not at hand");
        return List.of(
                "--set", "data.train.file=" + DATA.resolve(train).toAbsolutePath(),
                "--set", "data.test.file=" + DATA.resolve(test).toAbsolutePath());
    }
}
