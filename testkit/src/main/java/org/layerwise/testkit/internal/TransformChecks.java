package org.layerwise.testkit.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Registry;
import org.layerwise.core.SplittableRandomSource;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.FeatureStore;
import org.layerwise.dataio.Transform;
import org.layerwise.testkit.Subject;
import org.layerwise.testkit.TransformContract.Data;

/** The checks of transforms on ordinary data. */
public final class TransformChecks {
    private final Data data;

    /** Checks on these data. */
    public TransformChecks(Data data) {
        this.data = data;
    }

    private Dataset training(Subject<Transform> subject) {
        return data.of(subject.component());
    }

    private Transform.Fitted fitted(Subject<Transform> subject) {
        return subject.component().fit(training(subject));
    }

    /** The whole way. */
    public void isFittedAndApplied(Subject<Transform> subject) {
        Dataset training = training(subject);
        Require.that(training.examples() >= 10, () -> "the data to try it on have fewer than ten examples");
        Dataset changed = fitted(subject).apply(training);
        Require.that(changed.features() >= 1, () -> "no feature is left");
        Require.noNan(changed.featureMatrix(), "the transformed training part");
    }

    /** What is stored with a model. */
    public void fitsToPlainValues(Subject<Transform> subject) throws ReflectiveOperationException {
        Transform.Fitted fitted = fitted(subject);
        Class<?> type = fitted.getClass();
        Require.that(type.isRecord(), () -> type + ", its fitted form, is no record");
        Optional<?> registered = Registry.load().find(Transform.Fitted.class, subject.name());
        Require.that(
                registered.equals(Optional.of(type)),
                () -> "its fitted form " + type + " is not registered as Transform.Fitted '" + subject.name() + "' but "
                        + registered);
        for (Object value : OptionValues.values(new Subject<>(Transform.Fitted.class, subject.name(), fitted))) {
            requirePlain(value);
        }
    }

    private static void requirePlain(Object value) {
        if (value instanceof Collection<?> collection) {
            collection.forEach(TransformChecks::requirePlain);
        } else if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(TransformChecks::requirePlain);
            map.values().forEach(TransformChecks::requirePlain);
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(TransformChecks::requirePlain);
        } else {
            boolean plain = value instanceof Number
                    || value instanceof Boolean
                    || value instanceof String
                    || value instanceof Enum<?>
                    || value instanceof Record;
            Require.that(plain, () -> "its fitted form holds a " + value.getClass() + ", which can't be stored");
        }
    }

    /** Inputs. */
    public void leavesTheDataset(Subject<Transform> subject) {
        Dataset training = training(subject);
        subject.component().fit(training).apply(training);
        Tables.requireSame(training(subject), training, "the data set afterwards");
    }

    /** Purity. */
    public void isPure(Subject<Transform> subject) {
        Dataset first = fitted(subject).apply(training(subject));
        Tables.requireSame(first, fitted(subject).apply(training(subject)), "the second result for the same data");
        Require.that(fitted(subject).equals(fitted(subject)), () -> "two fits to the same data are not equal");
    }

    /** Threads. */
    public void isThreadSafe(Subject<Transform> subject) throws Exception {
        Dataset training = training(subject);
        Transform.Fitted fitted = subject.component().fit(training);
        DenseMatrix expected = fitted.apply(training).featureMatrix();
        for (DenseMatrix result : Samples.inThreads(() -> fitted.apply(training).featureMatrix())) {
            Require.sameBits(expected, result, "the result in several threads");
        }
    }

    /** Examples and targets. */
    public void keepsExamples(Subject<Transform> subject) {
        Dataset training = training(subject);
        Dataset changed = fitted(subject).apply(training);
        Require.that(
                changed.examples() == training.examples(),
                () -> training.examples() + " examples become " + changed.examples());
        Tables.requireSameTargets(training, changed, "the transformed data");
        for (int i = 0; i < training.examples(); i++) {
            int example = i;
            Require.that(
                    changed.place(i).equals(training.place(i)),
                    () -> training.place(example) + " becomes " + changed.place(example));
        }
    }

    /** No statistics but those of the training part. */
    public void appliesAlone(Subject<Transform> subject) {
        Dataset training = training(subject);
        Transform.Fitted fitted = fitted(subject);
        Dataset all = fitted.apply(training);
        for (int i = 0; i < training.examples(); i++) {
            Dataset alone = fitted.apply(Tables.range(training, i, i + 1));
            Require.sameBits(
                    Tables.range(all, i, i + 1).featureMatrix(), alone.featureMatrix(), "example " + i + " alone");
        }
    }

    /** Orders; what is found by a search is sure to half of the digits. */
    public void fitsInAnyOrder(Subject<Transform> subject) {
        Dataset training = training(subject);
        Dataset expected = fitted(subject).apply(training);
        for (int seed = 0; seed < 3; seed++) {
            int[] order = new SplittableRandomSource(seed).permutation(training.examples());
            Dataset again = subject.component().fit(training.select(order)).apply(training);
            Require.that(
                    expected.columns().equals(again.columns()),
                    () -> "fitted to shuffled examples it gives the columns " + again.columns());
            Require.close(
                    expected.featureMatrix(), again.featureMatrix(), 1e-7, "the result of a fit to shuffled examples");
        }
    }

    /** Names. */
    public void namesColumns(Subject<Transform> subject) {
        Set<String> names = new HashSet<>();
        for (Column column : fitted(subject).apply(training(subject)).columns()) {
            Require.that(!column.name().isBlank(), () -> "a column has no name");
            Require.that(names.add(column.name()), () -> "two columns are called '" + column.name() + "'");
        }
    }

    /** Columns in another order. */
    public void findsColumnsByName(Subject<Transform> subject) {
        Dataset training = training(subject);
        List<String> names =
                new ArrayList<>(training.columns().stream().map(Column::name).toList());
        Collections.reverse(names);
        Dataset reversed = training.withColumns(names);
        Tables.requireSameByName(
                fitted(subject).apply(training), fitted(subject).apply(reversed), "with its columns in another order");
    }

    /** Categories in another order. */
    public void findsCategoriesByName(Subject<Transform> subject) {
        Dataset training = training(subject);
        Dataset renumbered = training;
        for (int c = 0; c < training.features(); c++) {
            Column column = training.columns().get(c);
            if (column.isCategorical()) {
                int at = c;
                int last = column.categories().size() - 1;
                List<String> backwards = new ArrayList<>(column.categories());
                Collections.reverse(backwards);
                renumbered = Tables.with(
                        Tables.with(renumbered, c, i -> last - training.feature((int) i, at)),
                        c,
                        Column.categorical(column.name(), backwards));
            }
        }
        Tables.requireSameByName(
                fitted(subject).apply(training), fitted(subject).apply(renumbered), "with its categories renumbered");
    }

    /** The fitted form, saved and loaded. */
    public void survivesStorage(Subject<Transform> subject) throws ReflectiveOperationException {
        Transform.Fitted fitted = fitted(subject);
        Subject<Transform.Fitted> stored = new Subject<>(Transform.Fitted.class, subject.name(), fitted);
        Object again = OptionValues.canonical(stored).newInstance(OptionValues.values(stored));
        Require.that(again.equals(fitted), () -> fitted + " comes back as " + again);
        Tables.requireSame(
                fitted.apply(training(subject)),
                ((Transform.Fitted) again).apply(training(subject)),
                "the result of a fitted form that was saved and loaded");
    }

    /** There and back. */
    public void isUndone(Subject<Transform> subject) {
        Dataset training = training(subject);
        if (!(fitted(subject) instanceof Transform.Invertible invertible)) {
            return;
        }
        Dataset changed = invertible.apply(training);
        DenseMatrix values = changed.inputs();
        invertible.invert(changed.columns().stream().map(Column::name).toList(), values);
        Dataset back = changed.withFeatures(changed.columns(), FeatureStore.of(DenseMatrix.copyOf(values.transpose())));
        for (int c = 0; c < training.features(); c++) {
            for (int i = 0; i < training.examples(); i++) {
                double was = training.feature(i, c);
                Require.close(was, back.feature(i, c), 1e-9, () -> "a value of " + was + ", changed and undone,");
            }
        }
    }
}
