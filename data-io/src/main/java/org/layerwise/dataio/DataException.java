package org.layerwise.dataio;

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

    /** @param message where and what */
    public DataException(String message) {
        this(Optional.empty(), Optional.empty(), message);
    }

    /** @param cause what the library that read the file threw */
    public DataException(String message, Throwable cause) {
        super(oneLine(message), cause);
        this.option = Optional.empty();
        this.mixedColumn = Optional.empty();
    }

    private DataException(Optional<String> option, Optional<String> mixedColumn, String message) {
        super(oneLine(message));
        this.option = option;
        this.mixedColumn = mixedColumn;
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
        return new DataException(Optional.of(option), Optional.empty(), message);
    }

    /**
     * A column that mixes numbers and other values, so that what it holds must be said.
     *
     * @param column its name
     */
    public static DataException ofMixedColumn(String column, String message) {
        return new DataException(Optional.empty(), Optional.of(column), message);
    }

    /** The option of the component that is concerned, where one is: a column name that no column bears, a file that is not there. */
    public Optional<String> option() {
        return option;
    }

    /** The column that mixes numbers and other values, where that is what is wrong. */
    public Optional<String> mixedColumn() {
        return mixedColumn;
    }
}
