package org.layerwise.testkit.internal;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomAlgorithm;
import org.layerwise.core.Registry;
import org.layerwise.core.Splittable;
import org.layerwise.core.SplittableRandomSource;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.Slice;
import org.layerwise.testkit.Subject;

/** The checks of what readers give from sound files. */
public final class ReaderChecks {
    private final Path samples;

    /** Checks with the files in this folder. */
    public ReaderChecks(Path samples) {
        this.samples = samples;
    }

    private ReadContext context() {
        return new ReadContext(samples, new Splittable());
    }

    private Dataset read(Subject<DatasetReader> subject) throws IOException {
        return subject.component().read(context());
    }

    /** Something. */
    public void readsExamples(Subject<DatasetReader> subject) throws IOException {
        Dataset dataset = read(subject);
        Require.that(dataset.examples() >= 1, () -> "it reads no example");
        Require.that(dataset.features() >= 1, () -> "it reads no feature");
        boolean infinite = Arrays.stream(dataset.featureMatrix().values()).anyMatch(Double::isInfinite);
        Require.that(!infinite, () -> "it reads infinite numbers from its sample");
    }

    /** Purity. */
    public void isPure(Subject<DatasetReader> subject) throws IOException {
        Tables.requireSame(read(subject), read(subject), "the second reading");
    }

    /** Threads. */
    public void isThreadSafe(Subject<DatasetReader> subject) throws Exception {
        DenseMatrix expected = read(subject).featureMatrix();
        for (DenseMatrix result : Samples.inThreads(() -> read(subject).featureMatrix())) {
            Require.sameBits(expected, result, "what is read in several threads");
        }
    }

    /** Families of random numbers. */
    public void worksWithEveryFamily(Subject<DatasetReader> subject) throws Exception {
        Dataset expected = read(subject);
        for (Class<? extends RandomAlgorithm> family :
                Registry.load().all(RandomAlgorithm.class).values()) {
            RandomAlgorithm random = family.getConstructor().newInstance();
            Dataset dataset = subject.component().read(new ReadContext(samples, random));
            Require.that(
                    dataset.examples() == expected.examples(),
                    () -> "with " + random + " it reads " + dataset.examples() + " examples instead of "
                            + expected.examples());
        }
    }

    /** Names. */
    public void namesColumns(Subject<DatasetReader> subject) throws IOException {
        Dataset dataset = read(subject);
        Require.that(!dataset.source().isBlank(), () -> "the data set has no source");
        Set<String> names = new HashSet<>();
        for (Column column : dataset.columns()) {
            Require.that(!column.name().isBlank(), () -> "a column has no name");
            Require.that(names.add(column.name()), () -> "two columns are called '" + column.name() + "'");
        }
    }

    /** Categories. */
    public void namesCategories(Subject<DatasetReader> subject) throws IOException {
        Dataset dataset = read(subject);
        for (int c = 0; c < dataset.features(); c++) {
            for (int i = 0; i < dataset.examples(); i++) {
                requireCategory(dataset.columns().get(c), dataset.feature(i, c));
            }
        }
        for (int t = 0; t < dataset.targets().size(); t++) {
            for (int i = 0; i < dataset.examples(); i++) {
                requireCategory(dataset.targets().get(t), dataset.target(i, t));
            }
        }
    }

    private static void requireCategory(Column column, double value) {
        boolean named = !column.isCategorical()
                || Double.isNaN(value)
                || (value >= 0 && value < column.categories().size() && value == Math.rint(value));
        Require.that(
                named, () -> "column '" + column.name() + "' has category " + value + " of " + column.categories());
    }

    /** Targets. */
    public void givesTargets(Subject<DatasetReader> subject) throws IOException {
        Dataset dataset = read(subject);
        for (int t = 0; t < dataset.targets().size(); t++) {
            double first = dataset.target(0, t);
            double last = dataset.target(dataset.examples() - 1, t);
            Require.that(
                    !Double.isInfinite(first) && !Double.isInfinite(last),
                    () -> "a target is " + first + " or " + last);
        }
    }

    /** Axes. */
    public void hasAxes(Subject<DatasetReader> subject) throws IOException {
        Dataset dataset = read(subject);
        long product = dataset.shape().stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        Require.that(
                product == dataset.features(),
                () -> "axes " + dataset.shape() + " do not hold " + dataset.features() + " features");
    }

    /** X against single values. */
    public void gathers(Subject<DatasetReader> subject) throws IOException {
        Dataset dataset = read(subject);
        int[] order = new SplittableRandomSource(1).permutation(dataset.examples());
        for (int batch : new int[] {1, 3, dataset.examples()}) {
            int m = Math.min(batch, dataset.examples());
            DenseMatrix x = Samples.unwritten(new DenseMatrix(dataset.features(), m));
            dataset.gather(order, 0, m, x);
            for (int j = 0; j < m; j++) {
                for (int c = 0; c < dataset.features(); c++) {
                    double stored = dataset.feature(order[j], c);
                    Require.close(stored, x.getEntry(c, j), 0, () -> "a gathered value of " + dataset.source());
                }
            }
        }
    }

    /** Blocks of features: a wide batch is gathered through them. */
    public void scatters(Subject<DatasetReader> subject) throws IOException {
        Dataset dataset = read(subject);
        int[] many = new int[300];
        Arrays.setAll(many, i -> i % dataset.examples());
        DenseMatrix x = Samples.unwritten(new DenseMatrix(dataset.features(), many.length));
        dataset.gather(many, 0, many.length, x);
        for (int j = 0; j < many.length; j += 7) {
            double last = dataset.feature(many[j], dataset.features() - 1);
            Require.close(last, x.getEntry(dataset.features() - 1, j), 0, () -> "the last feature in a wide batch");
            Require.close(dataset.feature(many[j], 0), x.getEntry(0, j), 0, () -> "the first feature in a wide batch");
        }
    }

    /** Mapping. */
    public void changesCopies(Subject<DatasetReader> subject) throws IOException {
        Dataset dataset = read(subject);
        Dataset doubled = dataset.mapFeatures(x -> 2 * x);
        for (int i = 0; i < dataset.examples(); i++) {
            double was = dataset.feature(i, 0);
            Require.close(2 * was, doubled.feature(i, 0), 0, () -> "twice a feature of " + was);
        }
        Tables.requireSame(read(subject), dataset, "the data set after it was mapped");
    }

    /** Slices. */
    public void isCut(Subject<DatasetReader> subject) throws IOException {
        Dataset all = read(subject);
        if (all.examples() > 3) {
            Dataset part = new Slice(subject.component(), 1, Optional.of(2)).read(context());
            Tables.requireSame(Tables.range(all, 1, 3), part, "examples 1 and 2 alone");
        }
    }

    /** Seeds. */
    public void followsItsSeed(Subject<DatasetReader> subject) throws ReflectiveOperationException, IOException {
        RecordComponent[] options = OptionValues.of(subject);
        for (int i = 0; i < options.length; i++) {
            if (options[i].getName().equals("seed") && options[i].getType() == long.class) {
                Object[] values = OptionValues.values(subject);
                values[i] = (long) values[i] + 1;
                DenseMatrix other = readOther(subject, values).featureMatrix();
                DenseMatrix own = read(subject).featureMatrix();
                Require.that(!own.equals(other), () -> "another seed gives the same data");
            }
        }
    }

    private Dataset readOther(Subject<DatasetReader> subject, Object[] values)
            throws ReflectiveOperationException, IOException {
        try {
            DatasetReader other =
                    (DatasetReader) OptionValues.canonical(subject).newInstance(values);
            return other.read(context());
        } catch (InvocationTargetException e) {
            throw new AssertionError("refuses another seed: " + e.getCause(), e.getCause());
        }
    }

    /** Places. */
    public void saysPlaces(Subject<DatasetReader> subject) throws IOException {
        Dataset dataset = read(subject);
        List<String> places = List.of(dataset.place(0), dataset.place(dataset.examples() - 1));
        for (String place : places) {
            Require.that(place.startsWith(dataset.source()), () -> "an example is at '" + place + "'");
        }
        Require.that(
                dataset.examples() == 1 || !places.get(0).equals(places.get(1)),
                () -> "two examples are at '" + places.get(0) + "'");
    }
}
