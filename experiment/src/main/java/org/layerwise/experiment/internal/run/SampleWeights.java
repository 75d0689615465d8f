package org.layerwise.experiment.internal.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;
import org.layerwise.experiment.internal.Texts;

/** The column that weighs examples: checked, and taken out of the features. */
final class SampleWeights {
    private static final String PATH = "data.weights";

    private final Located located;
    private Optional<double[]> weights = Optional.empty();

    SampleWeights(Located located) {
        this.located = located;
    }

    /** The weights of the training part, if the file asks for some. */
    Optional<double[]> weights() {
        return weights;
    }

    /** The parts without the column; empty if anything is wrong with it. */
    Optional<Parts> takeFrom(Parts parts) {
        Optional<String> name = located.at(PATH, String.class);
        if (name.isEmpty()) {
            return Optional.of(parts);
        }
        List<String> columns =
                parts.train().columns().stream().map(Column::name).toList();
        int place = columns.indexOf(name.get());
        if (place < 0) {
            located.wrong(
                    PATH,
                    "there is no column " + Texts.quote(name.get()) + " beside the target; "
                            + Texts.suggest(name.get(), columns, "expected one of"));
            return Optional.empty();
        }
        List<String> features = new ArrayList<>(columns);
        features.remove(place);
        if (features.isEmpty() || !read(parts.train(), place)) {
            if (features.isEmpty()) {
                located.wrong(PATH, "no feature is left beside " + Texts.quote(name.get()) + "; expected some");
            }
            return Optional.empty();
        }
        return Optional.of(parts.map(part -> part.withColumns(features)));
    }

    private boolean read(Dataset train, int place) {
        Column column = train.columns().get(place);
        if (column.isCategorical()) {
            located.wrong(PATH, "the column " + Texts.quote(column.name()) + " holds text; expected numbers");
            return false;
        }
        double[] values = new double[train.examples()];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = train.feature(i, place);
            sum += values[i];
            if (!(values[i] >= 0 && values[i] < Double.POSITIVE_INFINITY)) {
                String what = Double.isNaN(values[i]) ? "the weight is missing or NaN" : "the weight is " + values[i];
                located.wrong(PATH, train.place(i, column) + ": " + what + "; expected a finite number, at least 0");
                return false;
            }
        }
        if (sum == 0) {
            located.wrong(PATH, "all weights of the training part are 0; expected one above 0");
            return false;
        }
        weights = Optional.of(values);
        return true;
    }
}
