package org.layerwise.dataio.transforms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.FeatureStore;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.ColumnPick;
import org.layerwise.dataio.internal.Names;

/**
 * {@link OneHot} with the categories of the training part.
 *
 * @param categories by column, in the order of the columns that they become
 * @param unknown what becomes of any other category
 */
public record FittedOneHot(Map<String, List<String>> categories, OneHot.Unknown unknown) implements Transform.Fitted {
    public FittedOneHot {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        categories.forEach((name, list) -> copy.put(name, Categories.of(list)));
        categories = Collections.unmodifiableMap(copy);
    }

    @Override
    public Dataset apply(Dataset dataset) {
        ColumnPick.indices(dataset, List.copyOf(categories.keySet()));
        List<Column> names = new ArrayList<>();
        for (Column column : dataset.columns()) {
            List<String> own = categories.get(column.name());
            if (own == null) {
                names.add(column);
            } else {
                own.forEach(category -> names.add(Column.numeric(column.name() + "=" + category)));
            }
        }
        DenseMatrix x = new DenseMatrix(dataset.examples(), names.size());
        int to = 0;
        for (int c = 0; c < dataset.features(); c++) {
            List<String> own = categories.get(dataset.columns().get(c).name());
            if (own == null) {
                copy(dataset, c, x, to++);
            } else {
                expand(dataset, c, own, x, to);
                to += own.size();
            }
        }
        return dataset.withFeatures(names, FeatureStore.of(x));
    }

    @Override
    public Optional<Set<String>> reads() {
        return Optional.of(categories.keySet());
    }

    @Override
    public List<String> notes(Dataset dataset) {
        return unknown == OneHot.Unknown.ERROR ? List.of() : Unseen.notes(dataset, categories, "all its columns are 0");
    }

    private static void copy(Dataset dataset, int from, DenseMatrix x, int to) {
        for (int i = 0; i < dataset.examples(); i++) {
            x.setEntry(i, to, dataset.feature(i, from));
        }
    }

    private void expand(Dataset dataset, int from, List<String> own, DenseMatrix x, int to) {
        Column column = dataset.columns().get(from);
        Map<Double, Integer> places = new HashMap<>();
        for (int i = 0; i < dataset.examples(); i++) {
            double value = dataset.feature(i, from);
            Optional<String> name = column.label(value);
            if (name.isEmpty()) {
                throw new DataException(dataset.place(i, column) + ": the value is missing; impute it before one_hot");
            }
            String label = name.get();
            int place = places.computeIfAbsent(value, v -> Categories.place(own, label));
            if (place >= 0) {
                x.setEntry(i, to + place, 1);
            } else if (unknown == OneHot.Unknown.ERROR) {
                throw new DataException(dataset.place(i, column) + ": " + Names.quoted(label)
                        + " does not occur in the training part; known are " + Names.listed(own)
                        + "; unknown: ignore lets it pass");
            }
        }
    }
}
