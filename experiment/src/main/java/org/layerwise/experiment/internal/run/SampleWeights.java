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

    SampleWeights(Located located) {
        this.located = located;
    }

    /**
     * Parts without the column.
     *
     * @param weights of the training part, if the file asks for some
     */
    record Weighted(Parts parts, Optional<double[]> weights) {}

    /** The parts without the column; empty if anything is wrong with it. */
    Optional<Weighted> takeFrom(Parts parts) {
        Optional<String> name = located.at(PATH, String.class);
        if (name.isEmpty()) {
            return Optional.of(new Weighted(parts, Optional.empty()));
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
        if (features.isEmpty()) {
            located.wrong(PATH, "no feature is left beside " + Texts.quote(name.get()) + "; expected some");
            return Optional.empty();
        }
        return read(parts.train(), place)
                .map(weights -> new Weighted(parts.map(part -> part.withColumns(features)), Optional.of(weights)));
    }

    private Optional<double[]> read(Dataset train, int place) {
        Column column = train.columns().get(place);
        if (column.isCategorical()) {
            located.wrong(PATH, "the column " + Texts.quote(column.name()) + " holds text; expected numbers");
            return Optional.empty();
        }
        double[] values = new double[train.examples()];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = train.feature(i, place);
            sum += values[i];
            if (!(values[i] >= 0 && values[i] < Double.POSITIVE_INFINITY)) {
                String what = Double.isNaN(values[i]) ? "the weight is missing or NaN" : "the weight is " + values[i];
                located.wrong(PATH, train.place(i, column) + ": " + what + "; expected a finite number, at least 0");
                return Optional.empty();
            }
        }
        if (sum == 0) {
            located.wrong(PATH, "all weights of the training part are 0; expected one above 0");
            return Optional.empty();
        }
        return Optional.of(values);
    }
}
