package org.layerwise.testkit.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.testkit.Subject;
import org.layerwise.testkit.TransformContract.Data;

/** The checks of transforms on data that are awkward: each is defined, or a {@link DataException} says what is wrong. */
public final class TransformEdges {
    private final Data data;

    /** Checks on these data. */
    public TransformEdges(Data data) {
        this.data = data;
    }

    private Dataset training(Subject<Transform> subject) {
        return data.of(subject.component());
    }

    /** Each column left out in turn. */
    public void namesTheMissingColumn(Subject<Transform> subject) {
        Dataset training = training(subject);
        Transform.Fitted fitted = subject.component().fit(training);
        for (int c = 0; c < training.features() && c < 20 && training.features() > 1; c++) {
            List<String> names = new ArrayList<>(
                    training.columns().stream().map(Column::name).toList());
            String lost = names.remove(c);
            try {
                fitted.apply(training.withColumns(names));
            } catch (DataException e) {
                Require.that(
                        String.valueOf(e.getMessage()).contains(lost),
                        () -> "the message '" + e.getMessage() + "' does not name the missing column '" + lost + "'");
            } catch (RuntimeException e) {
                throw new AssertionError("fails without column '" + lost + "' with " + e, e);
            }
        }
    }

    /** One more category. */
    public void takesUnseenCategories(Subject<Transform> subject) {
        Dataset training = training(subject);
        Transform.Fitted fitted = subject.component().fit(training);
        for (int c = 0; c < training.features(); c++) {
            Column column = training.columns().get(c);
            if (column.isCategorical()) {
                List<String> more = new ArrayList<>(column.categories());
                more.add("unheard-of");
                Dataset with = Tables.with(training, c, Column.categorical(column.name(), more));
                Dataset unseen = Tables.with(with, c, i -> more.size() - 1);
                try {
                    Require.noNan(fitted.apply(unseen).featureMatrix(), "what becomes of an unseen category");
                } catch (DataException e) {
                    Require.that(
                            String.valueOf(e.getMessage()).contains("unheard-of"),
                            () -> "the message '" + e.getMessage() + "' does not name the category 'unheard-of'");
                }
            }
        }
    }

    private void tryColumns(Subject<Transform> subject, String what, DoubleUnaryOperator values, boolean finite) {
        Dataset training = training(subject);
        for (int c = 0; c < training.features() && c < 20; c++) {
            if (!training.columns().get(c).isCategorical()) {
                Dataset changed = Tables.with(training, c, values);
                Optional<Dataset> fitted =
                        Tables.attempt(() -> Tables.fitAndApply(subject.component(), changed, changed), what);
                Tables.attempt(() -> Tables.fitAndApply(subject.component(), training, changed), what);
                if (finite && fitted.isPresent()) {
                    Require.noNan(fitted.get().featureMatrix(), "what becomes of " + what);
                }
            }
        }
    }

    /** NaN in every third row: rows without must not get any. */
    public void takesMissingValues(Subject<Transform> subject) {
        Dataset training = training(subject);
        for (int c = 0; c < training.features() && c < 20; c++) {
            int column = c;
            Dataset gaps = Tables.with(training, c, i -> i % 3 == 1 ? Double.NaN : training.feature((int) i, column));
            Optional<Dataset> result =
                    Tables.attempt(() -> Tables.fitAndApply(subject.component(), gaps, gaps), "missing values");
            if (result.isPresent()) {
                for (int i = 0; i < gaps.examples(); i += 3) {
                    Dataset whole = Tables.range(result.get(), i, i + 1);
                    Require.noNan(whole.featureMatrix(), "an example without missing values");
                }
            }
        }
    }

    /** One number throughout. */
    public void takesConstantColumns(Subject<Transform> subject) {
        for (double constant : new double[] {0, 1, 0.1, 12345.678}) {
            tryColumns(subject, "a column of " + constant, i -> constant, true);
        }
    }

    /** NaN throughout. */
    public void takesEmptyColumns(Subject<Transform> subject) {
        tryColumns(subject, "a column without values", i -> Double.NaN, false);
    }

    /** Sizes. */
    public void takesExtremes(Subject<Transform> subject) {
        double[] sizes = {Double.MIN_VALUE, 1e-310, 1e-300, 1, 1e150, 1e300, Double.MAX_VALUE};
        tryColumns(subject, "numbers from 5e-324 to 1.8e308", i -> sizes[(int) i % sizes.length], true);
        tryColumns(subject, "numbers of both signs up to 1.8e308", i -> (i % 2 * 2 - 1) * Double.MAX_VALUE, true);
    }

    /** Nobody. */
    public void takesNoExamples(Subject<Transform> subject) {
        Dataset training = training(subject);
        Transform.Fitted fitted = subject.component().fit(training);
        Dataset none = fitted.apply(training.select(new int[0]));
        Require.that(none.examples() == 0, () -> "no examples become " + none.examples());
        Require.that(
                none.columns().equals(fitted.apply(training).columns()),
                () -> "without examples the columns are " + none.columns());
    }

    /** One row. */
    public void fitsOneExample(Subject<Transform> subject) {
        Dataset one = Tables.range(training(subject), 0, 1);
        Optional<Dataset> result =
                Tables.attempt(() -> Tables.fitAndApply(subject.component(), one, one), "a single example");
        result.ifPresent(changed -> Require.noNan(changed.featureMatrix(), "what becomes of a single example"));
    }
}
