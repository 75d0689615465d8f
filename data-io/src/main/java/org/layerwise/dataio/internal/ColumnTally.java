package org.layerwise.dataio.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    /** The values and how often each came; a column with too many is not counted further. */
    private CountedValues values = new CountedValues();

    private boolean many;

    public ColumnTally(Column column) {
        this.column = column;
    }

    /** Values {@code [from … to)} of the first round. */
    public void add(double[] some, int from, int to) {
        for (int i = from; i < to; i++) {
            add(some[i]);
        }
    }

    private void add(double value) {
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
        if (!many) {
            count(value);
        }
    }

    private void count(double value) {
        values.count(value);
        if (values.distinct() > MOST) {
            many = true;
            values = new CountedValues();
        }
    }

    /** Values {@code [from … to)} of the second round. */
    public void addDistances(double[] some, int from, int to) {
        double unit = unit();
        double mean = mean() * unit;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(some[i])) {
                double distance = some[i] * unit - mean;
                squares += distance * distance;
            }
        }
    }

    private double mean() {
        return Double.isFinite(sum) ? sum / known : smallSum / known / SMALL_UNIT;
    }

    private double unit() {
        return Math.max(-least, greatest) > HUGE ? SMALL_UNIT : 1;
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
        Map<String, Integer> counts = new LabelCounts(column, values);
        return new ColumnSummary(column, type, known, missing, range, counts, many ? MOST + 1 : values.distinct());
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
