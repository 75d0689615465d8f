package org.layerwise.dataio;

import java.util.Optional;
import org.layerwise.dataio.internal.Names;

/** Whether features are ready for a network: all columns numeric, all values finite. */
final class Readiness {
    private static final int EXAMPLES_OF_TEXT = 3;

    private Readiness() {}

    /** What is wrong with the first column that is not numeric, else with the first value that is not finite. */
    static Optional<String> problem(Dataset dataset) {
        return dataset.columns().stream()
                .filter(Column::isCategorical)
                .findFirst()
                .map(column -> dataset.source() + ": " + text(column))
                .or(() -> notFinite(dataset));
    }

    private static String text(Column column) {
        String some = Names.listed(
                column.categories().stream().limit(EXAMPLES_OF_TEXT).toList());
        return "column '" + column.name() + "' holds " + (column.isDate() ? "dates or times (" : "text (") + some
                + "); one_hot makes numbers of it, drop leaves it out";
    }

    private static Optional<String> notFinite(Dataset dataset) {
        double[] row = new double[dataset.features()];
        for (int i = 0; i < dataset.examples(); i++) {
            dataset.copyFeatures(i, row);
            for (int c = 0; c < row.length; c++) {
                if (!Double.isFinite(row[c])) {
                    String place = dataset.place(i, dataset.columns().get(c));
                    return Optional.of(place + ": " + notFinite(row[c]));
                }
            }
        }
        return Optional.empty();
    }

    private static String notFinite(double value) {
        return Double.isNaN(value) ? "the value is missing or NaN; impute fills it" : "the value is infinite";
    }
}
