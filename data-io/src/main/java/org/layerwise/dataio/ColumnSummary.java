package org.layerwise.dataio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * What one column of a data set holds.
 *
 * @param column its name and kind
 * @param known the values that are not missing
 * @param missing the values that are
 * @param range least and greatest value, mean and standard deviation (ddof 0) of a numeric column with known values
 * @param counts how often each label comes, in order; empty where there are more than {@link #MOST_LABELS}
 * @param distinct how many different values there are, at most one more than {@link #MOST_LABELS} where they were not
 *     counted further
 */
public record ColumnSummary(
        Column column, int known, int missing, Optional<Range> range, Map<String, Integer> counts, int distinct) {
    /** Columns with more different values are not counted by value. */
    public static final int MOST_LABELS = 1000;

    /** Least and greatest value, mean and standard deviation (ddof 0). */
    public record Range(double min, double max, double mean, double deviation) {}

    static ColumnSummary of(Column column, int examples, IntToDoubleFunction values) {
        Map<Double, Integer> counts = new java.util.TreeMap<>();
        int missing = 0;
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < examples; i++) {
            double value = values.applyAsDouble(i);
            if (Double.isNaN(value)) {
                missing++;
                continue;
            }
            sum += value;
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
            if (counts.size() <= MOST_LABELS) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        int known = examples - missing;
        Optional<Range> range = column.isCategorical() || known == 0
                ? Optional.empty()
                : Optional.of(new Range(least, greatest, sum / known, deviation(examples, values, sum / known, known)));
        return new ColumnSummary(column, known, missing, range, labels(column, counts), counts.size());
    }

    private static double deviation(int examples, IntToDoubleFunction values, double mean, int known) {
        double squares = 0;
        for (int i = 0; i < examples; i++) {
            double distance = values.applyAsDouble(i) - mean;
            squares += Double.isNaN(distance) ? 0 : distance * distance;
        }
        return Math.sqrt(squares / known);
    }

    private static Map<String, Integer> labels(Column column, Map<Double, Integer> counts) {
        Map<String, Integer> labels = new LinkedHashMap<>();
        if (counts.size() <= MOST_LABELS) {
            counts.forEach((value, count) -> labels.merge(column.label(value).orElse(""), count, Integer::sum));
        }
        return labels;
    }
}
