package org.layerwise.dataio.transforms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.FeatureStore;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.ColumnPick;
import org.layerwise.dataio.internal.Gaps;
import org.layerwise.dataio.internal.Names;

/**
 * {@link Impute} with the values of the training part.
 *
 * @param values by column, what fills its missing values: a number, or the name of a category
 * @param indicators the columns of which further columns say where values were missing; default none
 */
public record FittedImpute(Map<String, String> values, List<String> indicators) implements Transform.Fitted {
    /** Without indicators. */
    public FittedImpute(Map<String, String> values) {
        this(values, List.of());
    }

    public FittedImpute {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        indicators = List.copyOf(indicators);
    }

    @Override
    public Dataset apply(Dataset dataset) {
        List<Column> columns = new ArrayList<>(dataset.columns());
        DenseMatrix x = dataset.featureMatrix();
        int[] places = ColumnPick.indices(dataset, List.copyOf(values.keySet()));
        int next = 0;
        for (String value : values.values()) {
            int index = places[next++];
            double fill = fill(columns, index, value);
            for (int at = index; at < x.values().length; at += dataset.features()) {
                if (Double.isNaN(x.values()[at])) {
                    x.values()[at] = fill;
                }
            }
        }
        return indicators.isEmpty()
                ? dataset.withFeatures(columns, FeatureStore.of(x)).withShape(dataset.shape())
                : withIndicators(dataset, columns, x);
    }

    @Override
    public Optional<Set<String>> reads() {
        return Optional.of(values.keySet());
    }

    private Dataset withIndicators(Dataset before, List<Column> columns, DenseMatrix filled) {
        int[] watched = ColumnPick.indices(before, indicators);
        DenseMatrix x = new DenseMatrix(before.examples(), columns.size() + watched.length);
        for (int i = 0; i < before.examples(); i++) {
            System.arraycopy(
                    filled.values(), i * columns.size(), x.values(), i * x.getColumnDimension(), columns.size());
            for (int k = 0; k < watched.length; k++) {
                boolean missing = Double.isNaN(before.feature(i, watched[k]));
                x.setEntry(i, columns.size() + k, missing ? 1 : 0);
            }
        }
        List<Column> all = new ArrayList<>(columns);
        indicators.forEach(name -> all.add(Column.numeric(name + " is missing")));
        return before.withFeatures(all, FeatureStore.of(x));
    }

    /** A column that was whole in the training part has no indicator. */
    @Override
    public List<String> notes(Dataset dataset) {
        if (indicators.isEmpty()) {
            return List.of();
        }
        List<String> watched = values.keySet().stream()
                .filter(name -> !indicators.contains(name))
                .toList();
        List<String> silent = IntStream.of(Gaps.among(dataset, ColumnPick.indices(dataset, watched)))
                .mapToObj(index -> dataset.columns().get(index).name())
                .toList();
        return silent.isEmpty()
                ? List.of()
                : List.of("values are missing in " + Names.listed(silent)
                        + ", which the training part has whole: they are filled, but no indicator says so");
    }

    private static double fill(List<Column> columns, int index, String value) {
        Column column = columns.get(index);
        if (column.isCategorical()) {
            int category = column.categories().indexOf(value);
            if (category >= 0) {
                return category;
            }
            List<String> more = new ArrayList<>(column.categories());
            more.add(value);
            columns.set(index, Column.categorical(column.name(), more));
            return more.size() - 1;
        }
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw DataException.ofOption(
                    "value", "column '" + column.name() + "' is numeric; '" + value + "' is no number");
        }
    }
}
