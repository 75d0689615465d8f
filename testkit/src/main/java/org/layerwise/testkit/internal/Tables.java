package org.layerwise.testkit.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.SplittableRandomSource;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.FeatureStore;
import org.layerwise.dataio.Transform;

/** Data sets to try transforms on. */
public final class Tables {
    private Tables() {}

    /** Three columns of positive numbers, one of categories, and a target. */
    public static Dataset table(int examples, long seed) {
        SplittableRandomSource random = new SplittableRandomSource(seed);
        DenseMatrix x = new DenseMatrix(examples, 4);
        double[] y = new double[examples];
        for (int i = 0; i < examples; i++) {
            x.setEntry(i, 0, 0.1 + 5 * random.nextDouble());
            x.setEntry(i, 1, Math.abs(random.nextGaussian()));
            x.setEntry(i, 2, 1 + random.nextInt(5));
            x.setEntry(i, 3, i < 3 ? i : random.nextInt(3));
            y[i] = random.nextGaussian();
        }
        List<Column> columns = List.of(
                Column.numeric("x1"),
                Column.numeric("x2"),
                Column.numeric("x3"),
                Column.categorical("kind", List.of("ash", "birch", "cedar")));
        return Dataset.of("table", columns, FeatureStore.of(x), List.of(Column.numeric("y")), new double[][] {y});
    }

    /** The same examples with other numbers in one column. */
    static Dataset with(Dataset dataset, int column, DoubleUnaryOperator byExample) {
        DenseMatrix x = dataset.featureMatrix();
        for (int i = 0; i < dataset.examples(); i++) {
            x.setEntry(i, column, byExample.applyAsDouble(i));
        }
        return dataset.withFeatures(dataset.columns(), FeatureStore.of(x)).withShape(dataset.shape());
    }

    /** The same examples with another column in the place of one, values unchanged. */
    static Dataset with(Dataset dataset, int index, Column column) {
        List<Column> columns = new ArrayList<>(dataset.columns());
        columns.set(index, column);
        return dataset.withFeatures(columns, FeatureStore.of(dataset.featureMatrix()))
                .withShape(dataset.shape());
    }

    /** Examples from … to − 1. */
    static Dataset range(Dataset dataset, int from, int to) {
        int[] chosen = new int[to - from];
        Arrays.setAll(chosen, i -> from + i);
        return dataset.select(chosen);
    }

    /** Fails unless both have the same columns, bits and targets. */
    static void requireSame(Dataset expected, Dataset actual, String what) {
        Require.that(
                expected.columns().equals(actual.columns()),
                () -> what + ": the columns are " + actual.columns() + ", expected " + expected.columns());
        Require.that(
                expected.shape().equals(actual.shape()),
                () -> what + ": the axes are " + actual.shape() + ", expected " + expected.shape());
        Require.sameBits(expected.featureMatrix(), actual.featureMatrix(), what);
        requireSameTargets(expected, actual, what);
    }

    static void requireSameTargets(Dataset expected, Dataset actual, String what) {
        Require.that(expected.targets().equals(actual.targets()), () -> what + ": the targets are " + actual.targets());
        Require.sameBits(
                expected.targetsAsFeatures().featureMatrix(),
                actual.targetsAsFeatures().featureMatrix(),
                what + ": the targets");
    }

    /** Fails unless every column of the one has the same numbers or labels as that of its name in the other. */
    static void requireSameByName(Dataset expected, Dataset actual, String what) {
        List<String> names = actual.columns().stream().map(Column::name).toList();
        Require.that(
                names.size() == expected.features(),
                () -> what + ": there are " + names.size() + " columns, expected " + expected.features());
        for (int c = 0; c < expected.features(); c++) {
            Column column = expected.columns().get(c);
            int at = names.indexOf(column.name());
            Require.that(at >= 0, () -> what + ": there is no column '" + column.name() + "' among " + names);
            for (int i = 0; i < expected.examples(); i++) {
                Optional<String> was = column.label(expected.feature(i, c));
                Optional<String> is = actual.columns().get(at).label(actual.feature(i, at));
                Require.that(was.equals(is), () -> what + ": '" + column.name() + "' has " + is + ", expected " + was);
            }
        }
    }

    /** Some work on data, which may say that it can't be done. */
    @FunctionalInterface
    interface Work {
        Dataset result();
    }

    /** What comes of it; empty where a {@link DataException} says what is wrong. */
    static Optional<Dataset> attempt(Work work, String on) {
        try {
            return Optional.of(work.result());
        } catch (DataException e) {
            Require.that(
                    e.getMessage() != null && !e.getMessage().isBlank(), () -> "refuses " + on + " without a reason");
            return Optional.empty();
        } catch (RuntimeException e) {
            throw new AssertionError("fails on " + on + " with " + e + " instead of a DataException", e);
        }
    }

    /** Fitted on the one and applied to the other. */
    static Dataset fitAndApply(Transform transform, Dataset training, Dataset other) {
        return transform.fit(training).apply(other);
    }
}
