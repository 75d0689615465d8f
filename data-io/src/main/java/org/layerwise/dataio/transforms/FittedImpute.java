package org.layerwise.dataio.transforms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.FeatureStore;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.ColumnPick;

/**
 * {@link Impute} with the values of the training part.
 *
 * @param values by column, what fills its missing values: a number, or the name of a category
 */
public record FittedImpute(Map<String, String> values) implements Transform.Fitted {
    public FittedImpute {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public Dataset apply(Dataset dataset) {
        List<Column> columns = new ArrayList<>(dataset.columns());
        DenseMatrix x = dataset.featureMatrix();
        for (Map.Entry<String, String> entry : values.entrySet()) {
            int index = ColumnPick.indices(dataset, List.of(entry.getKey()))[0];
            double fill = fill(columns, index, entry.getValue());
            for (int at = index; at < x.values().length; at += dataset.features()) {
                if (Double.isNaN(x.values()[at])) {
                    x.values()[at] = fill;
                }
            }
        }
        return dataset.withFeatures(columns, FeatureStore.of(x)).withShape(dataset.shape());
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
