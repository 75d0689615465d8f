package org.layerwise.dataio;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.layerwise.dataio.internal.LabelCounts;

/**
 * What one column of a data set holds.
 *
 * @param column its name and kind
 * @param type what its known values look like
 * @param known the values that are not missing
 * @param missing the values that are
 * @param range least and greatest value, mean and standard deviation (ddof 0) of a numeric column with known values
 * @param counts how often each label comes, in order; empty where there are more than {@link #MOST_LABELS}
 * @param distinct how many different values there are, at most one more than {@link #MOST_LABELS} where they were not
 *     counted further
 */
public record ColumnSummary(
        Column column,
        Type type,
        int known,
        int missing,
        Optional<Range> range,
        Map<String, Integer> counts,
        int distinct) {
    /** Columns with more different values are not counted by value. */
    public static final int MOST_LABELS = 1000;

    public ColumnSummary {
        counts = counts instanceof LabelCounts ? counts : Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    /** What the known values of a column look like. */
    public enum Type {
        /** Numbers without fractions. */
        INTEGER,
        /** Numbers. */
        REAL,
        /** Names of categories. */
        TEXT,
        /** Dates or times, as texts. */
        DATE,
        /** Nothing: every value is missing. */
        EMPTY
    }

    /** Least and greatest value, mean and standard deviation (ddof 0). */
    public record Range(double min, double max, double mean, double deviation) {}
}
