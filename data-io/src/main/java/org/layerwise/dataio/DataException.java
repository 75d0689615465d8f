package org.layerwise.dataio;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says what is wrong with data, and where: file and row, column or offset; lower case, no full stop.
 *
 * <p>The message is one line: control characters, which a name in a file may hold, appear as their codes.
 *
 * <p>Where several things are wrong at once, the others are its suppressed exceptions, each a DataException too.
 */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    @SuppressWarnings("serial")
    private final Optional<String> option;

    @SuppressWarnings("serial")
    private final Optional<String> mixedColumn;

    @SuppressWarnings("serial")
    private final List<String> otherColumns;

    /** @param message where and what */
    public DataException(String message) {
        this(Optional.empty(), Optional.empty(), List.of(), message);
    }

    /** @param cause what the library that read the file threw */
    public DataException(String message, Throwable cause) {
        super(oneLine(message), cause);
        this.option = Optional.empty();
        this.mixedColumn = Optional.empty();
        this.otherColumns = List.of();
    }

    private DataException(
            Optional<String> option, Optional<String> mixedColumn, List<String> otherColumns, String message) {
        super(oneLine(message));
        this.option = option;
        this.mixedColumn = mixedColumn;
        this.otherColumns = List.copyOf(otherColumns);
    }

    private static String oneLine(String message) {
        return CONTROL.matcher(message)
                .replaceAll(found -> String.format(
                        Locale.ROOT, "\\\\u%04x", (int) found.group().charAt(0)));
    }

    /**
     * A mistake in what the experiment file asks for, so that its place in that file can be shown.
     *
     * @param option the option of the reader, transform or split, in snake_case: {@code target}
     */
    public static DataException ofOption(String option, String message) {
        return new DataException(Optional.of(option), Optional.empty(), List.of(), message);
    }

    /**
     * A column that mixes numbers and other values, so that what it holds must be said.
     *
     * @param column its name
     */
    public static DataException ofMixedColumn(String column, String message) {
        return new DataException(Optional.empty(), Optional.of(column), List.of(), message);
    }

    /**
     * A feature column of a kind that is of no use to a network.
     *
     * @param others the feature columns that are
     */
    public static DataException ofUselessColumn(List<String> others, String message) {
        return new DataException(Optional.empty(), Optional.empty(), others, message);
    }

    /** The option of the component that is concerned, where one is: a column name that no column bears, a file that is not there. */
    public Optional<String> option() {
        return option;
    }

    /** The feature columns that are left when one of no use is left out, where that is what is wrong. */
    public List<String> otherColumns() {
        return otherColumns;
    }

    /** The column that mixes numbers and other values, where that is what is wrong. */
    public Optional<String> mixedColumn() {
        return mixedColumn;
    }
}
