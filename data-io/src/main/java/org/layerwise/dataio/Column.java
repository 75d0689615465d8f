package org.layerwise.dataio;

import java.util.List;
import java.util.Optional;

/**
 * One column of a data set: a feature or a target.
 *
 * <p>Values are stored as doubles. A missing one is NaN. In a {@code CATEGORICAL} column a value is the index of its
 * category; categories are matched between data sets by name, never by index.
 *
 * @param name the name in the file, or {@code x1, x2, …} and {@code y} where the file has none
 * @param kind what the values mean
 * @param categories {@code CATEGORICAL}, {@code DATE}: the names by index. {@code NUMERIC}: names of the values 0, 1, … where the file
 *     gives them ({@code classes} of an HDF5 file), otherwise empty
 */
public record Column(String name, Kind kind, List<String> categories) {
    /** What the values of a column mean. */
    public enum Kind {
        /** Numbers as they stand. */
        NUMERIC,
        /** Indices of named categories. */
        CATEGORICAL,
        /**
         * Indices of texts that are all dates or times. They can be used as categories are, but nobody has said that each day
         * is one; an experiment refuses them unless the column is declared categorical or left out.
         */
        DATE
    }

    public Column {
        categories = List.copyOf(categories);
    }

    /** A column of numbers. */
    public static Column numeric(String name) {
        return new Column(name, Kind.NUMERIC, List.of());
    }

    /** A column of named categories. */
    public static Column categorical(String name, List<String> categories) {
        return new Column(name, Kind.CATEGORICAL, categories);
    }

    /** A column of texts that are dates or times. */
    public static Column dates(String name, List<String> texts) {
        return new Column(name, Kind.DATE, texts);
    }

    /** {@code prefix1 … prefixN}, all numeric: the columns of a file that names none; each is made when it is asked for. */
    public static List<Column> numbered(String prefix, int count) {
        return new NumberedColumns(prefix, count);
    }

    /** Whether the values are indices of texts. */
    public boolean isCategorical() {
        return kind != Kind.NUMERIC;
    }

    /** Whether these texts are dates or times. */
    public boolean isDate() {
        return kind == Kind.DATE;
    }

    /** The text that stands for a value of this column: the category's name or the number; empty where it is missing. */
    public Optional<String> label(double value) {
        if (Double.isNaN(value)) {
            return Optional.empty();
        }
        boolean index = value >= 0 && value < categories.size() && value == Math.rint(value);
        return Optional.of(index ? categories.get((int) value) : number(value));
    }

    /** {@code 3} for 3.0 and {@code 0.5} for 0.5, so that whole numbers read alike however a file writes them. */
    static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
