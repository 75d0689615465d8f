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
 * {@link Ordinal} with the categories of the training part.
 *
 * @param categories by column, from number 0 on
 * @param unknown what becomes of any other category; default an error
 */
public record FittedOrdinal(Map<String, List<String>> categories, OneHot.Unknown unknown) implements Transform.Fitted {
    /** Any other category is an error. */
    public FittedOrdinal(Map<String, List<String>> categories) {
        this(categories, OneHot.Unknown.ERROR);
    }

    public FittedOrdinal {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        categories.forEach((name, list) -> copy.put(name, Categories.of(list)));
        categories = Collections.unmodifiableMap(copy);
    }

    @Override
    public Dataset apply(Dataset dataset) {
        List<Column> columns = new ArrayList<>(dataset.columns());
        DenseMatrix x = dataset.featureMatrix();
        int[] places = ColumnPick.indices(dataset, List.copyOf(categories.keySet()));
        int next = 0;
        for (Map.Entry<String, List<String>> entry : categories.entrySet()) {
            int index = places[next++];
            Map<Double, Double> numbers = new HashMap<>();
            for (int i = 0; i < dataset.examples(); i++) {
                int example = i;
                x.setEntry(
                        i,
                        index,
                        numbers.computeIfAbsent(
                                x.getEntry(i, index), v -> number(dataset, example, index, entry.getValue())));
            }
            columns.set(index, Column.numeric(entry.getKey()));
        }
        return dataset.withFeatures(columns, FeatureStore.of(x));
    }

    @Override
    public Optional<Set<String>> reads() {
        return Optional.of(categories.keySet());
    }

    @Override
    public List<String> notes(Dataset dataset) {
        return unknown == OneHot.Unknown.ERROR ? List.of() : Unseen.notes(dataset, categories, "it becomes -1");
    }

    private double number(Dataset dataset, int example, int index, List<String> known) {
        Column column = dataset.columns().get(index);
        Optional<String> label = column.label(dataset.feature(example, index));
        if (label.isEmpty()) {
            return Double.NaN;
        }
        int place = Categories.place(known, label.get());
        if (place < 0 && unknown == OneHot.Unknown.ERROR) {
            throw new DataException(dataset.place(example, column) + ": " + Names.quoted(label.get())
                    + " is not among the known categories " + Names.listed(known));
        }
        return place;
    }
}
