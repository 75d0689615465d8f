package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same twelve examples in files of every kind: a model that was trained with one kind says of its file what the model that
 * was trained with the table says of the table, to the last digit and with the names of the classes.
 */
class PredictKindsTest {
    private static final String CLASSES = "classes: [cat, dog]";

    @TempDir(factory = QuickFolder.class)
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of("{type: csv, file: t.csv, target: y}", "new.csv"),
                Arguments.of("{type: csv, file: t.csv, target: y}", "new.jsonl"),
                Arguments.of("{type: json_lines, file: t.jsonl, target: y}", "new.jsonl"),
                Arguments.of("{type: json_lines, file: t.jsonl, target: y}", "t.csv"),
                Arguments.of("{type: npy, features: x.npy, targets: y.npy, " + CLASSES + "}", "x.npy"),
                Arguments.of("{type: npz, file: t.npz, features: x, targets: y, classes: names}", "t.npz"),
                Arguments.of("{type: mat, file: t.mat, features: X, targets: y, classes: names}", "t.mat"),
                Arguments.of("{type: mat, file: turned.mat, features: X, targets: y, classes: names}", "turned.mat"),
                Arguments.of("{type: mat, file: t.mat, features: X, targets: y, classes: names}", "x.npy"),
                Arguments.of("{type: hdf5, file: t.h5, features: x, targets: y, classes: names}", "t.h5"),
                Arguments.of("{type: idx, images: x.idx, labels: y.idx, " + CLASSES + "}", "x.idx"),
                Arguments.of("{type: image_folder, directory: images, width: 2, height: 2, channels: 1}", "images"),
                Arguments.of("{type: idx, images: x.idx, labels: y.idx, " + CLASSES + "}", "images"));
    }

    @BeforeEach
    void write() throws IOException {
        new SampleFiles(folder).write();
    }

    private String run(String reader) throws IOException {
        Path file = Files.writeString(folder.resolve("e.yaml"), """
                name: e
                seed: 3
                data:
                  train: %s
                  transforms: [{type: scale, divide_by: 8}, standardize]
                network:
                  layers: [{type: dense, units: 3, activation: tanh}, {type: dense, units: 1, activation: sigmoid}]
                  loss: binary_cross_entropy
                training: {optimizer: {type: adam, learning_rate: 0.1}, epochs: 60, batch_size: full}
                """.formatted(reader));
        Path out = Files.createTempDirectory(folder, "runs");
        Console console = new Console();
        assertThat(console.run("train", file.toString(), "--out", out.toString()))
                .as(console.err())
                .isZero();
        return out.resolve("e").toString();
    }

    private List<String> predict(String run, String input) {
        Console console = new Console();
        assertThat(console.run("predict", run, "--input", folder.resolve(input).toString()))
                .as(console.err())
                .isZero();
        return console.out().lines().toList();
    }

    private String refusal(String run, String input) {
        Console console = new Console();
        assertThat(console.run("predict", run, "--input", folder.resolve(input).toString()))
                .isEqualTo(ExitCode.INPUT);
        return console.err().strip();
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("kinds")
    void saysWhatTheTablesModelSays(String reader, String input) throws IOException {
        List<String> expected = predict(run("{type: csv, file: t.csv, target: y}"), "t.csv");
        assertThat(expected).hasSize(SampleFiles.EXAMPLES + 1).startsWith("prediction,probability_cat,probability_dog");
        assertThat(expected.get(1)).startsWith("cat,");
        assertThat(expected.get(SampleFiles.EXAMPLES)).startsWith("dog,");
        List<String> said = new ArrayList<>(predict(run(reader), input));
        if (input.equals("images")) {
            assertThat(said.get(0)).startsWith("file,prediction,");
            assertThat(said.get(1)).startsWith("cat/00.png,cat,");
            said.replaceAll(line -> line.substring(line.indexOf(',') + 1));
        }
        assertThat(said).isEqualTo(expected);
    }

    @Test
    void takesASingleImageAndAFolderWithoutClasses() throws IOException {
        String run = run("{type: image_folder, directory: images, width: 2, height: 2, channels: 1}");
        String whole = predict(run, "images").get(8);
        assertThat(predict(run, "images/dog/07.png")).element(1).isEqualTo(whole.replace("dog/07.png", "07.png"));
        assertThat(predict(run, "images/dog")).hasSize(7).contains(whole.replace("dog/07.png", "07.png"));
    }

    @Test
    void refusesInputOfAnotherShape() throws IOException {
        String npy = run("{type: npy, features: x.npy, targets: y.npy, " + CLASSES + "}");
        Files.write(
                folder.resolve("wide.npy"),
                SampleFiles.npy("<f8", "(2, 6)", Arrays.copyOf(SampleFiles.matrix(), 12), 8));
        assertThat(refusal(npy, "wide.npy")).contains("wide.npy: has 6 features; the model was trained with 4");
        Files.write(
                folder.resolve("square.npy"),
                SampleFiles.npy("<f8", "(4, 4)", Arrays.copyOf(SampleFiles.matrix(), 16), 8));
        assertThat(refusal(npy, "square.npy")).contains("both axes have 4 entries");
        assertThat(refusal(npy, "images/dog/07.png"))
                .contains("has the name of an image, but the model was not trained with images");
        assertThat(refusal(npy, "none.npy")).contains("no file '");
        String csv = run("{type: csv, file: t.csv, target: y}");
        Files.writeString(folder.resolve("few.jsonl"), "{\"a\":1,\"c\":2}\n");
        assertThat(refusal(csv, "few.jsonl")).contains("2 columns are missing: b, d");
        Files.writeString(folder.resolve("one.jsonl"), "{\"a\":1,\"c\":2,\"d\":4,\"e\":5}\n");
        assertThat(refusal(csv, "one.jsonl"))
                .contains("1 column is missing: b; expected the columns that the model was");
        Files.writeString(folder.resolve("gap.jsonl"), "{\"a\":1,\"c\":2,\"b\":3,\"d\":null}\n");
        assertThat(refusal(csv, "gap.jsonl"))
                .contains("gap.jsonl: row 1, column 'd': a value is missing or not finite");
        assertThat(refusal(csv, "x.parquet")).contains("is in the module layerwise-data-parquet");
    }
}
