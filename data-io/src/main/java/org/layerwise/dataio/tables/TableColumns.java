package org.layerwise.dataio.tables;

import java.util.List;

/**
 * What is wanted of a table whose columns have names.
 *
 * @param target the target columns; none in data to predict from
 * @param features the feature columns, in this order; empty for all but the target. A name that no column bears stands for
 *     all columns below it: {@code pixels} for {@code pixels.1}, {@code pixels.2}, …
 * @param missing texts that stand for a missing value
 * @param categorical columns that hold categories although they look like numbers
 */
public record TableColumns(List<String> target, List<String> features, List<String> missing, List<String> categorical) {
    public TableColumns {
        target = List.copyOf(target);
        features = List.copyOf(features);
        missing = List.copyOf(missing);
        categorical = List.copyOf(categorical);
    }
}
