package org.layerwise.dataio.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;

/** Finds columns of a data set by name. */
public final class ColumnPick {
    /** The squares of larger numbers overflow. */
    private static final double LARGEST = 1e150;

    private ColumnPick() {}

    /**
     * The names of the columns that a transform is meant for.
     *
     * @param wanted those that the experiment file lists; empty for all that are fit
     * @param fit which columns the transform can take
     * @param need what those are, for the message: {@code numeric}
     * @throws DataException if a listed column is not there or not fit
     */
    public static List<String> names(Dataset dataset, List<String> wanted, Predicate<Column> fit, String need) {
        if (wanted.isEmpty()) {
            return dataset.columns().stream().filter(fit).map(Column::name).toList();
        }
        for (int index : indices(dataset, wanted)) {
            Column column = dataset.columns().get(index);
            if (!fit.test(column)) {
                throw DataException.ofOption(
                        "columns", dataset.source() + ": column '" + column.name() + "' is not " + need);
            }
        }
        return List.copyOf(wanted);
    }

    /**
     * The places of columns.
     *
     * @throws DataException if one is not there
     */
    public static int[] indices(Dataset dataset, List<String> names) {
        Map<String, Integer> places = new HashMap<>();
        List<String> known = dataset.columns().stream().map(Column::name).toList();
        known.forEach(name -> places.put(name, places.size()));
        return names.stream()
                .mapToInt(name -> place(dataset, places, known, name))
                .toArray();
    }

    private static int place(Dataset dataset, Map<String, Integer> places, List<String> known, String name) {
        Integer place = places.get(name);
        if (place == null) {
            throw DataException.ofOption(
                    "columns", "no column " + Names.quoted(name) + " in " + dataset.source() + Names.hint(name, known));
        }
        return place;
    }

    /**
     * The known values of a column.
     *
     * @throws DataException if there are none, or one is so large that sums of squares overflow
     */
    public static double[] someKnown(Dataset dataset, int column) {
        double[] values = IntStream.range(0, dataset.examples())
                .mapToDouble(i -> dataset.feature(i, column))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        if (values.length == 0) {
            throw unknown(dataset, column);
        }
        for (double value : values) {
            requireMeasurable(dataset, column, value);
        }
        return values;
    }

    /** Refuses a number whose square overflows: no statistics can be taken of it. */
    static void requireMeasurable(Dataset dataset, int column, double value) {
        if (!(Math.abs(value) <= LARGEST)) {
            throw new DataException(dataset.source() + ": column '"
                    + dataset.columns().get(column).name() + "' holds " + value
                    + ", which is too large for statistics; clip it to " + LARGEST + " or drop the column");
        }
    }

    /**
     * Refuses a column of which no statistics can be taken.
     *
     * @param known how many values are known
     * @param greatest the greatest absolute value
     * @throws DataException if none is known, or one is so large that sums of squares overflow
     */
    public static void requireStatistics(Dataset dataset, int column, long known, double greatest) {
        if (known == 0) {
            throw unknown(dataset, column);
        }
        requireMeasurable(dataset, column, greatest);
    }

    /** What is wrong with a column without a known value. */
    static DataException unknown(Dataset dataset, int column) {
        return new DataException(dataset.source() + ": column '"
                + dataset.columns().get(column).name()
                + "' has no known value in the training part; drop it, or impute a constant");
    }
}
