package org.layerwise.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.FeatureStore;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.Transform;

/** Readers and transforms that are broken on purpose. */
class DataBrokenSamplesTest {
    @TempDir
    static Path folder;

    static Stream<Arguments> readers() {
        Path file = Path.of("numbers.bin");
        return Stream.of(
                Arguments.of(
                        new Bytes(file, Flaw.CRASHES_ON_CUTS), "never makes more of a file that is cut", "IndexOutOf"),
                Arguments.of(new Bytes(file, Flaw.REPEATS), "refuses an empty file", "it reads the empty file"),
                Arguments.of(new Bytes(file, Flaw.NAMELESS), "names the file that is not there", "names none of"),
                Arguments.of(new Bytes(file, Flaw.NO_CATEGORIES), "gives categories that it names", "has category"),
                Arguments.of(new Bytes(file, Flaw.DELETES), "leaves its files unchanged", "it changes numbers.bin"),
                Arguments.of(new Restless(new AtomicLong()), "reads the same bits again", "the second reading"),
                Arguments.of(new Seeded(1), "follows its seed", "another seed gives the same data"));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void findsBrokenReaders(DatasetReader broken, String check, String reason) throws IOException {
        Files.write(folder.resolve("numbers.bin"), new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        Broken.assertFound(new Readers(folder), DatasetReader.class, broken, check, reason);
    }

    static final class Readers extends ReaderContract {
        Readers(Path samples) {
            super(samples);
        }

        @Override
        protected Stream<Subject<DatasetReader>> subjects() {
            return Stream.of();
        }
    }

    enum Flaw {
        CRASHES_ON_CUTS,
        REPEATS,
        NAMELESS,
        NO_CATEGORIES,
        DELETES
    }

    private static Dataset dataset(Column column, double... values) {
        FeatureStore store = FeatureStore.of(DenseMatrix.wrap(values.length, 1, values));
        return Dataset.of("numbers", List.of(column), store, List.of(), new double[0][]);
    }

    /** One feature a byte, with a flaw. */
    public record Bytes(Path file, Flaw flaw) implements DatasetReader {
        @Override
        public Dataset read(ReadContext context) throws IOException {
            Path path = context.baseDirectory().resolve(file);
            if (!Files.isRegularFile(path)) {
                throw new DataException("there is no such file" + (flaw == Flaw.NAMELESS ? "" : ": " + file));
            }
            byte[] bytes = Files.readAllBytes(path);
            double[] values = new double[8];
            for (int i = 0; i < 8; i++) {
                values[i] = flaw == Flaw.REPEATS && bytes.length < 8 ? 0 : bytes[i];
            }
            if (flaw == Flaw.DELETES) {
                Files.delete(path);
            }
            boolean categories = flaw == Flaw.NO_CATEGORIES;
            return dataset(categories ? Column.categorical("x", List.of("a")) : Column.numeric("x"), values);
        }
    }

    public record Restless(AtomicLong reads) implements DatasetReader {
        @Override
        public Dataset read(ReadContext context) {
            return dataset(Column.numeric("x"), (double) reads.incrementAndGet(), 2, 3);
        }
    }

    public record Seeded(long seed) implements DatasetReader {
        @Override
        public Dataset read(ReadContext context) {
            return dataset(Column.numeric("x"), 1, 2, 3);
        }
    }

    static Stream<Arguments> transforms() {
        return Stream.of(
                Arguments.of(
                        Change.OWN_MEAN,
                        "changes each example alone, by the statistics of the training part",
                        "example 0 alone"),
                Arguments.of(
                        Change.FIRST_COLUMN, "finds columns by name, wherever they stand", "columns in another order"),
                Arguments.of(
                        Change.LOSES_ROWS, "keeps examples, their order and their targets", "40 examples become 39"),
                Arguments.of(Change.WRONG_INVERSE, "is undone by its inverse", "changed and undone"),
                Arguments.of(
                        Change.WRONG_INVERSE,
                        "has a fitted form of the same name, of plain values",
                        "is not registered"),
                Arguments.of(Change.SAME_NAMES, "gives columns with one name each", "two columns are called 'x1'"),
                Arguments.of(Change.CONSTANT, "is defined for a constant column, or says so", "has NaN"),
                Arguments.of(
                        Change.FIRST_ROW,
                        "does not depend on the order of the training examples",
                        "shuffled examples"));
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void findsBrokenTransforms(Change change, String check, String reason) {
        Broken.assertFound(new Transforms(), Transform.class, new Shift(change), check, reason);
    }

    static final class Transforms extends TransformContract {
        @Override
        protected Stream<Subject<Transform>> subjects() {
            return Stream.of();
        }
    }

    enum Change {
        OWN_MEAN,
        FIRST_COLUMN,
        LOSES_ROWS,
        WRONG_INVERSE,
        SAME_NAMES,
        CONSTANT,
        FIRST_ROW
    }

    /** Subtracts a number from x1, with a flaw. */
    public record Shift(Change change) implements Transform {
        @Override
        public Fitted fit(Dataset training) {
            double first = change == Change.FIRST_ROW ? training.feature(0, 0) : 1;
            double spread = IntStream.range(0, training.examples())
                    .mapToDouble(i -> Math.abs(training.feature(i, 0) - training.feature(0, 0)))
                    .sum();
            return new Shifted(change, first, change == Change.CONSTANT ? spread * (1 / spread) : 1);
        }
    }

    public record Shifted(Change change, double by, double factor) implements Transform.Invertible {
        @Override
        public Dataset apply(Dataset dataset) {
            int at = 0;
            while (change != Change.FIRST_COLUMN
                    && !dataset.columns().get(at).name().equals("x1")) {
                at++;
            }
            DenseMatrix x = dataset.featureMatrix();
            double mean = Arrays.stream(x.getColumn(at)).average().orElse(0);
            for (int i = 0; i < dataset.examples(); i++) {
                x.setEntry(i, at, factor * x.getEntry(i, at) - (change == Change.OWN_MEAN ? mean : by));
            }
            List<Column> columns = change == Change.SAME_NAMES
                    ? dataset.columns().stream().map(c -> Column.numeric("x1")).toList()
                    : dataset.columns();
            Dataset changed = dataset.withFeatures(columns, FeatureStore.of(x));
            return change == Change.LOSES_ROWS ? changed.skip(1) : changed;
        }

        @Override
        public void invert(List<String> names, DenseMatrix values) {
            int row = names.indexOf("x1");
            for (int i = 0; i < values.getColumnDimension(); i++) {
                values.addToEntry(row, i, change == Change.WRONG_INVERSE ? -by : by);
            }
        }
    }
}
