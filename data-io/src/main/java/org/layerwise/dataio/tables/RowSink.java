package org.layerwise.dataio.tables;

/** Takes the values of a table row by row. What a row does not give is missing in it. */
public interface RowSink {
    /** Names a column before any row has a value for it, so that columns have the file's order and empty ones are known. */
    void column(String name);

    /** Whether the values of a column are of use; of others none need be given. */
    boolean wants(String column);

    /**
     * Says that the values of a column can't be taken, which is an error only where it is wanted.
     *
     * @param why as an end to its name: {@code holds dates}
     */
    void unreadable(String column, String why);

    /**
     * Starts a row.
     *
     * @param line where it stands in a file of text, from 1; 0 in files without lines
     */
    void row(long line);

    /** A number of the row that was started last; NaN and infinity are refused unless their name stands for a missing value. */
    void number(String column, double value);

    /**
     * A number of the row that was started last which no double can hold: {@code 1e400}.
     *
     * @param written as the file has it
     * @param character where it begins in its line, from 1; 0 in files without lines
     */
    void beyondDoubles(String column, String written, long character);

    /** Yes or no: 1 or 0 in a feature, the classes {@code true} and {@code false} in a target. */
    void truth(String column, boolean value);

    /** A text. */
    void text(String column, String value);

    /** That the row has this column without a value. */
    void missing(String column);
}
