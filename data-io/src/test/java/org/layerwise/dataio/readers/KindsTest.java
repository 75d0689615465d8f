package org.layerwise.dataio.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.DatasetSummary;
import org.layerwise.dataio.Inspection;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.ReadProgress;
import org.layerwise.dataio.Streaming;

/** Files that hold something of every kind, as h5py, SciPy and NumPy write it: kinds.py in the resources. */
class KindsTest {
    @TempDir
    Path folder;

    private ReadContext context(Streaming streaming) {
        return new ReadContext(folder, new Splittable(), streaming, ReadProgress.none());
    }

    private Path copy(String name) throws IOException {
        try (var in = KindsTest.class.getResourceAsStream(name)) {
            Files.write(folder.resolve(name), Objects.requireNonNull(in, name).readAllBytes());
        }
        return Path.of(name);
    }

    private Inspection inspect(String name) throws IOException {
        return Inspection.of(context(Streaming.AUTO), copy(name), new Inspection.Readers() {
            @Override
            public DatasetReader table(Path file, List<String> categorical) {
                return new Csv(file);
            }

            @Override
            public Optional<DatasetReader> other(
                    String format, Path file, List<String> features, List<String> categorical) {
                return Optional.empty();
            }
        });
    }

    private static List<String> sources(Inspection inspection) {
        return inspection.parts().stream().map(DatasetSummary::source).toList();
    }

    @Test
    void showsWhatIsOfUseInAnHdf5FileAndSaysWhatIsNot() throws IOException {
        Inspection shown = inspect("kinds.h5");
        assertThat(sources(shown))
                .containsExactly("kinds.h5: 'colours'", "kinds.h5: 'numbers'", "kinds.h5: 'text'", "kinds.h5: 'truth'");
        assertThat(shown.notes())
                .containsExactly(
                        "left out: kinds.h5: data set 'complex' holds neither numbers nor texts",
                        "left out: kinds.h5: data set 'empty' is empty",
                        "left out: kinds.h5: data set 'null' is empty",
                        "left out: kinds.h5: data set 'ragged' holds neither numbers nor texts",
                        "left out: kinds.h5: data set 'records' holds neither numbers nor texts",
                        "left out: kinds.h5: data set 'scaled' uses what is not supported"
                                + " (A required filter is not available: name='scaleoffset' id=6)",
                        "left out: kinds.h5: data set 'unwritten' has never been written to; nothing is stored of it",
                        "left out: kinds.h5: data set 'unwritten chunks' has never been written to; nothing is stored"
                                + " of it");
    }

    @Test
    void showsWhatIsOfUseInAMatlabFileAndSaysWhatIsNot() throws IOException {
        Inspection shown = inspect("kinds.mat");
        assertThat(sources(shown)).containsExactly("kinds.mat: 'numbers'", "kinds.mat: 'sparse'");
        assertThat(shown.notes())
                .containsExactly(
                        "left out: variable 'complex' of kinds.mat is complex; real numbers are needed",
                        "left out: variable 'structure' of kinds.mat is of type struct; real numbers are needed",
                        "left out: variable 'cells' of kinds.mat is a cell array that holds something else than texts;"
                                + " real numbers are needed",
                        "left out: 'empty' is empty (0x0)");
    }

    @Test
    void showsWhatIsOfUseInAnArchiveAndSaysWhatIsNot() throws IOException {
        Inspection shown = inspect("kinds.npz");
        assertThat(sources(shown)).containsExactly("kinds.npz: 'numbers'");
        String needed = "; real numbers, booleans or texts are needed";
        assertThat(shown.notes())
                .containsExactly(
                        "left out: kinds.npz: array 'objects': holds Python objects" + needed,
                        "left out: kinds.npz: array 'complex': holds values of type 'c16'" + needed,
                        "left out: kinds.npz: array 'dates': holds values of type '<M8[D]'" + needed,
                        "left out: kinds.npz: array 'records': holds records of several fields" + needed,
                        "left out: 'empty' is empty (0x3)");
    }

    @ParameterizedTest
    @CsvSource({"NEVER", "ALWAYS"})
    void readsLogicalValuesAsNumbers(Streaming streaming) throws IOException {
        Dataset truth = new Hdf5(copy("kinds.h5"), "truth").read(context(streaming));
        assertThat(truth.featureMatrix().getData()).isEqualTo(new double[][] {{1, 0}, {0, 1}, {1, 0}});
    }

    @Test
    void readsAnEnumerationAsTexts() throws IOException {
        Dataset colours = new Hdf5(
                        copy("kinds.h5"),
                        "numbers",
                        Optional.of("colours"),
                        Optional.empty(),
                        Optional.of(ExampleAxis.ROWS))
                .read(context(Streaming.NEVER));
        assertThat(colours.targets()).containsExactly(Column.categorical("y", List.of("BLUE", "RED")));
        assertThat(colours.target(0, 0)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "unwritten, NEVER, has never been written to",
        "unwritten, ALWAYS, has never been written to",
        "unwritten chunks, ALWAYS, has never been written to",
        "empty, ALWAYS, is empty",
        "records, NEVER, holds neither numbers nor texts",
        "scaled, NEVER, uses what is not supported"
    })
    void refusesWhatIsOfNoUseByTheOptionThatAsksForIt(String name, Streaming streaming, String message)
            throws IOException {
        Path file = copy("kinds.h5");
        assertThatThrownBy(() -> new Hdf5(file, name).read(context(streaming)))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("kinds.h5: data set '" + name + "' " + message)
                .extracting(e -> ((DataException) e).option())
                .isEqualTo(Optional.of("features"));
    }

    @Test
    void readsASparseMatrixWithItsZeros() throws IOException {
        Dataset sparse = new Mat(copy("kinds.mat"), "sparse").read(context(Streaming.NEVER));
        assertThat(sparse.featureMatrix().getData()).isEqualTo(new double[][] {{1.5, -2}, {0, 4}, {7, 0.25}});
    }
}
