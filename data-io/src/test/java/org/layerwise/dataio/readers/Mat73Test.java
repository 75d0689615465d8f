package org.layerwise.dataio.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.Classes;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.DatasetSummary;
import org.layerwise.dataio.Inspection;
import org.layerwise.dataio.ReadContext;

/** Against a file of version 7.3 that libmatio wrote: mat73.c in the resources. */
class Mat73Test {
    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        try (InputStream in = Mat73Test.class.getResourceAsStream("mat73.mat")) {
            Files.write(folder.resolve("f.mat"), Objects.requireNonNull(in).readAllBytes());
        }
    }

    private ReadContext context() {
        return new ReadContext(folder, new Splittable());
    }

    private Dataset read(String features, Optional<String> targets, Optional<String> classes) throws IOException {
        Optional<ExampleAxis> axis = targets.isPresent() ? Optional.empty() : Optional.of(ExampleAxis.ROWS);
        return new Mat(Path.of("f.mat"), features, targets, classes, axis).read(context());
    }

    private Dataset read(String features) throws IOException {
        return read(features, Optional.empty(), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"X", "packed"})
    void readsAMatrixAsMatlabShowsIt(String name) throws IOException {
        assertThat(read(name).featureMatrix().getData())
                .isDeepEqualTo(new double[][] {{11, 12, 13, 14}, {21, 22, 23, 24}, {31, 32, 33, 34}});
    }

    @Test
    void readsSinglesAndLogicals() throws IOException {
        assertThat(read("wide").featureMatrix().getData())
                .isDeepEqualTo(new double[][] {{0.5, 3.5}, {1.5, 4.5}, {2.5, 5.5}});
        assertThat(read("flags").featureMatrix().getData()).isDeepEqualTo(new double[][] {{1, 0, 1, 0}});
    }

    @Test
    void readsAnArrayOfThreeAxes() throws IOException {
        Dataset images = read("images");
        assertThat(images.shape()).containsExactly(3, 4);
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 4; k++) {
                    assertThat(images.feature(i, 4 * j + k)).isEqualTo(50 * (k + 1) + 10 * (j + 1) + i + 1);
                }
            }
        }
    }

    @Test
    void findsTheAxisOfTheExamplesAndTheNamesOfTheClasses() throws IOException {
        Dataset examples = read("X", Optional.of("y"), Optional.of("classes"));
        assertThat(examples.examples()).isEqualTo(4);
        assertThat(examples.featureMatrix().getRow(1)).containsExactly(12, 22, 32);
        assertThat(Classes.of(examples).names()).containsExactly("dog", "cat");
        assertThat(examples.target(1, 0)).isZero();
    }

    @Test
    void readsTextsRowByRow() throws IOException {
        Inspection found = Inspection.of(context(), Path.of("f.mat"), new NoReaders());
        assertThat(found.format()).isEqualTo("mat");
        DatasetSummary names = found.parts().stream()
                .filter(part -> part.source().equals("f.mat: 'names'"))
                .findFirst()
                .orElseThrow();
        assertThat(names.features().get(0).counts().keySet()).containsExactlyInAnyOrder("cat", "dog");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "z|variable 'z' of f.mat is complex; real numbers are needed",
                "s|variable 's' of f.mat is a struct; real numbers are needed",
                "empty|variable 'empty' of f.mat is empty; real numbers are needed",
                "name|f.mat: 'name' holds text; features must be numbers",
                "x|no variable 'x' in f.mat; did you mean 'X'?",
            })
    void refusesWhatHoldsNoRealNumbers(String name, String message) {
        assertThatThrownBy(() -> read(name)).isInstanceOf(DataException.class).hasMessageStartingWith(message);
    }

    @Test
    void refusesAFileThatIsCutShort() throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve("f.mat"));
        for (int length : List.of(130, 512, 600, 5000, whole.length - 1)) {
            Files.write(folder.resolve("f.mat"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read("X"))
                    .as("%d bytes", length)
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith("f.mat: ");
        }
    }

    @Test
    void refusesOrReadsAFileWithAnyByteChanged() throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve("f.mat"));
        for (int at = 512; at < whole.length; at += 37) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) 0xff;
            Files.write(folder.resolve("f.mat"), changed);
            for (String name : List.of("X", "classes")) {
                try {
                    read(name);
                } catch (DataException e) {
                    assertThat(e.getMessage()).contains("f.mat");
                }
            }
        }
    }

    private static final class NoReaders implements Inspection.Readers {
        @Override
        public DatasetReader table(Path file, List<String> categorical) {
            throw new AssertionError("no table");
        }

        @Override
        public Optional<DatasetReader> other(
                String format, Path file, List<String> features, List<String> categorical) {
            return Optional.empty();
        }
    }
}
