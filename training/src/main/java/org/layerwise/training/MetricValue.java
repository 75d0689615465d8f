package org.layerwise.training;

import java.util.List;

/** What a metric gives. */
public sealed interface MetricValue {
    /**
     * One number; NaN where the metric is not defined for what was seen, such as ROC AUC with a single class.
     *
     * @param value the number
     */
    record Scalar(double value) implements MetricValue {}

    /**
     * A table of numbers, for the final results.
     *
     * @param rows the rows' names, from top to bottom
     * @param columns the columns' names, from left to right
     * @param cells the numbers, row by row
     */
    record Table(List<String> rows, List<String> columns, List<List<Double>> cells) implements MetricValue {
        /** @throws IllegalArgumentException if the cells do not fit the names */
        public Table {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
            cells = cells.stream().map(List::copyOf).toList();
            int width = columns.size();
            if (cells.size() != rows.size() || cells.stream().anyMatch(row -> row.size() != width)) {
                throw new IllegalArgumentException(
                        "a table of " + rows.size() + "x" + width + " can't hold these cells");
            }
        }
    }
}
