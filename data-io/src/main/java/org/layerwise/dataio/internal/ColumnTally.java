package org.layerwise.dataio.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.ColumnSummary;
import org.layerwise.dataio.ColumnSummary.Range;

/** Counts the values of a column as they come: first all of them, then, for the standard deviation, all once more. */
public final class ColumnTally {
    private static final int MOST = ColumnSummary.MOST_LABELS;
    /** Squares of greater values are beyond the range of doubles; they are summed in smaller units. */
    private static final double HUGE = 0x1p500;

    private static final double SMALL_UNIT = 0x1p-600;

    private final Column column;
    private int known;
    private int missing;
    private boolean whole = true;
    private double sum;
    private double smallSum;
    private double squares;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    /** An open hash table of values and how often each came; a count of 0 is a free place. */
    private double[] values = new double[16];

    private int[] counts = new int[16];
    private int distinct;

    public ColumnTally(Column column) {
        this.column = column;
    }

    /** A value of the first round. */
    public void add(double value) {
        if (Double.isNaN(value)) {
            missing++;
            return;
        }
        known++;
        sum += value;
        smallSum += value * SMALL_UNIT;
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
        whole &= value == Math.rint(value);
        if (distinct <= MOST) {
            count(value + 0.0);
        }
    }

    /** A value of the second round. */
    public void addDistance(double value) {
        if (!Double.isNaN(value)) {
            double distance = value * unit() - mean() * unit();
            squares += distance * distance;
        }
    }

    private double mean() {
        return Double.isFinite(sum) ? sum / known : smallSum / known / SMALL_UNIT;
    }

    private double unit() {
        return Math.max(-least, greatest) > HUGE ? SMALL_UNIT : 1;
    }

    private void count(double value) {
        int at = place(value, values, counts);
        if (counts[at]++ > 0) {
            return;
        }
        values[at] = value;
        if (++distinct > MOST) {
            values = new double[0];
            counts = new int[0];
        } else if (2 * distinct > values.length) {
            grow();
        }
    }

    private static int place(double value, double[] values, int[] counts) {
        long bits = Double.doubleToRawLongBits(value) * 0x9E3779B97F4A7C15L;
        int mask = values.length - 1;
        int at = (int) (bits >>> 40) & mask;
        while (counts[at] > 0 && values[at] != value) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        double[] moreValues = new double[2 * values.length];
        int[] moreCounts = new int[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            if (counts[i] > 0) {
                int at = place(values[i], moreValues, moreCounts);
                moreValues[at] = values[i];
                moreCounts[at] = counts[i];
            }
        }
        values = moreValues;
        counts = moreCounts;
    }

    /** What was counted. */
    public ColumnSummary summary() {
        boolean text = column.isCategorical();
        Optional<Range> range = text || known == 0
                ? Optional.empty()
                : Optional.of(new Range(least, greatest, mean(), Math.sqrt(squares / known) / unit()));
        ColumnSummary.Type type = known == 0
                ? ColumnSummary.Type.EMPTY
                : column.isDate()
                        ? ColumnSummary.Type.DATE
                        : text ? ColumnSummary.Type.TEXT : whole ? ColumnSummary.Type.INTEGER : ColumnSummary.Type.REAL;
        return new ColumnSummary(column, type, known, missing, range, labels(), distinct);
    }

    private Map<String, Integer> labels() {
        Map<Double, Integer> sorted = new TreeMap<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                sorted.put(values[i], counts[i]);
            }
        }
        Map<String, Integer> labels = new LinkedHashMap<>();
        sorted.forEach((value, count) -> labels.merge(column.label(value).orElse(""), count, Integer::sum));
        return labels;
    }

    /** The tallies of some columns. */
    public static ColumnTally[] of(List<Column> columns) {
        return columns.stream().map(ColumnTally::new).toArray(ColumnTally[]::new);
    }

    /** Their summaries. */
    public static List<ColumnSummary> summaries(ColumnTally[] tallies) {
        return Arrays.stream(tallies).map(ColumnTally::summary).toList();
    }
}
