package org.layerwise.experiment.internal.run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;
import org.layerwise.experiment.internal.Texts;

/** Brings the feature columns of all parts into the order of the training part. They are found by name. */
final class ColumnChecks {
    private final Located located;
    private final DataPlaces places;

    ColumnChecks(Located located) {
        this.located = located;
        this.places = new DataPlaces(located);
    }

    /** The parts with the same columns each; empty where one lacks some or has more. */
    Optional<Parts> inOneOrder(Parts raw) {
        List<String> columns = names(raw.train());
        boolean same = raw.byName().entrySet().stream()
                .allMatch(part -> hasColumns(columns, places.of(part.getKey()), part.getValue()));
        return same
                ? Optional.of(raw.map(part -> names(part).equals(columns) ? part : part.withColumns(columns)))
                : Optional.empty();
    }

    private static List<String> names(Dataset part) {
        return part.columns().stream().map(Column::name).toList();
    }

    private boolean hasColumns(List<String> expected, String place, Dataset part) {
        List<String> found = names(part);
        Set<String> missing = new LinkedHashSet<>(expected);
        found.forEach(missing::remove);
        Set<String> more = new LinkedHashSet<>(found);
        expected.forEach(more::remove);
        if (missing.isEmpty() && more.isEmpty()) {
            return true;
        }
        located.wrong(
                place,
                part.source() + " has "
                        + Texts.count(found.size(), "feature", "features")
                        + (missing.isEmpty() ? "" : ", without " + Texts.list(missing))
                        + (more.isEmpty() ? "" : ", with " + Texts.list(more))
                        + "; expected the " + expected.size() + " of the training part");
        return false;
    }
}
