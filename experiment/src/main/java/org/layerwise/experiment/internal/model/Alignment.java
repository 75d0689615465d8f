package org.layerwise.experiment.internal.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.FeatureStore;
import org.layerwise.experiment.internal.Texts;

/** Brings the columns of new data into the order and the categories of the training data, matched by name. */
final class Alignment {
    private Alignment() {}

    /**
     * The data set with exactly the model's features; others are left out.
     *
     * @param dropped features that nothing looks at: they need not be there, and are missing values
     * @throws DataException if columns are missing, by name, or hold text where numbers are wanted
     */
    static Dataset align(
            Dataset dataset, List<String> features, Map<String, List<String>> categories, Set<String> dropped) {
        List<String> names = dataset.columns().stream().map(Column::name).toList();
        if (names.equals(features)
                && categories.isEmpty()
                && dataset.columns().stream().noneMatch(Column::isCategorical)) {
            return dataset;
        }
        if (isNumbered(features) && isNumbered(names) && names.size() != features.size()) {
            throw new DataException(dataset.source() + ": has " + Texts.count(names.size(), "feature", "features")
                    + "; the model was trained with " + features.size());
        }
        requireAll(dataset, names, features, dropped);
        Map<String, Integer> places = new HashMap<>();
        names.forEach(name -> places.putIfAbsent(name, places.size()));
        DenseMatrix values = new DenseMatrix(dataset.examples(), features.size());
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < features.size(); c++) {
            if (dropped.contains(features.get(c))) {
                columns.add(unknown(features.get(c), categories, values, c));
                continue;
            }
            int from = Objects.requireNonNull(places.get(features.get(c)));
            Optional<List<String>> known = Optional.ofNullable(categories.get(features.get(c)));
            columns.add(
                    known.isPresent()
                            ? categorical(dataset, from, known.get(), values, c)
                            : numeric(dataset, from, values, c));
        }
        return dataset.withFeatures(columns, FeatureStore.of(values));
    }

    private static void requireAll(Dataset dataset, List<String> names, List<String> features, Set<String> dropped) {
        Set<String> there = Set.copyOf(names);
        List<String> missing = features.stream()
                .filter(name -> !there.contains(name) && !dropped.contains(name))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        Set<String> others = new LinkedHashSet<>(names);
        features.forEach(others::remove);
        List<String> near = missing.stream()
                .flatMap(name -> Texts.nearest(name, others).stream()
                        .filter(other -> name.length() > 2 || other.equalsIgnoreCase(name))
                        .map(other -> Texts.quote(other) + " is there instead of " + Texts.quote(name)))
                .limit(3)
                .toList();
        throw new DataException(dataset.source() + ": " + Texts.count(missing.size(), "column is", "columns are")
                + " missing: " + Texts.list(missing) + (near.isEmpty() ? "" : " (" + String.join(", ", near) + ")")
                + "; expected the columns that the model was trained with");
    }

    private static Column unknown(String name, Map<String, List<String>> categories, DenseMatrix values, int to) {
        for (int i = 0; i < values.getRowDimension(); i++) {
            values.setEntry(i, to, Double.NaN);
        }
        return Optional.ofNullable(categories.get(name))
                .map(known -> Column.categorical(name, known))
                .orElseGet(() -> Column.numeric(name));
    }

    /** Whether the names are those of arrays, which have none: x1, x2, … */
    private static boolean isNumbered(List<String> names) {
        return names.equals(
                Column.numbered("x", names.size()).stream().map(Column::name).toList());
    }

    private static Column numeric(Dataset dataset, int from, DenseMatrix values, int to) {
        Column column = dataset.columns().get(from);
        for (int i = 0; i < dataset.examples(); i++) {
            if (column.isCategorical() && !Double.isNaN(dataset.feature(i, from))) {
                throw new DataException(dataset.place(i, column) + ": "
                        + Texts.quote(column.label(dataset.feature(i, from)).orElse(""))
                        + " is no number; the model was trained with numbers in this column");
            }
            values.setEntry(i, to, dataset.feature(i, from));
        }
        return Column.numeric(column.name());
    }

    /** Categories that the training part did not have come after its own; what they mean is for the transforms to say. */
    private static Column categorical(Dataset dataset, int from, List<String> known, DenseMatrix values, int to) {
        Column column = dataset.columns().get(from);
        Map<String, Integer> all = new LinkedHashMap<>();
        known.forEach(category -> all.put(category, all.size()));
        Map<Double, Double> numbers = new HashMap<>();
        for (int i = 0; i < dataset.examples(); i++) {
            values.setEntry(
                    i, to, numbers.computeIfAbsent(dataset.feature(i, from), value -> number(column, value, all)));
        }
        return Column.categorical(column.name(), List.copyOf(all.keySet()));
    }

    private static double number(Column column, double value, Map<String, Integer> all) {
        return column.label(value)
                .map(label -> (double) all.computeIfAbsent(label, isNew -> all.size()))
                .orElse(Double.NaN);
    }
}
