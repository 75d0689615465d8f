package org.layerwise.dataio.tables;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.file.Path;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.ReadProgress;
import org.layerwise.dataio.internal.InputFile;
import org.layerwise.dataio.internal.NamedRows;
import org.layerwise.dataio.internal.TextLines;

/** A file that holds a table, for the readers of its format. */
public final class TableFile {
    private final ReadContext context;
    private final InputFile file;

    private TableFile(ReadContext context, InputFile file) {
        this.context = context;
        this.file = file;
    }

    /** Takes the lines of a text. */
    @FunctionalInterface
    public interface LineHandler {
        /**
         * A line without its end.
         *
         * @param text holds it from 0 to length; it is used again for the next line
         * @param number from 1
         */
        void line(char[] text, int length, long number) throws IOException;
    }

    /**
     * Finds a file; relative paths start from the context's folder.
     *
     * @param option the reader's option that names it
     * @throws DataException if there is no such file
     */
    public static TableFile find(ReadContext context, Path file, String option) {
        return new TableFile(context, InputFile.find(context, file, option));
    }

    /** Whether a text of this name can be decoded: {@code utf-8}. */
    public static boolean isEncoding(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    /** Where it is. */
    public Path path() {
        return file.path();
    }

    /** What messages call it: its last name. */
    public String name() {
        return file.name();
    }

    /** Its length in bytes. */
    public long size() throws IOException {
        return file.size();
    }

    /** A message about this file: its name and what is wrong. */
    public DataException wrong(String what) {
        return file.wrong(what);
    }

    /** A message about this file that comes from a library. */
    public DataException wrong(String what, Throwable cause) {
        return file.wrong(what, cause);
    }

    /** Says how many of the bytes that there are to read have been read, for progress bars. */
    public void progress(long done, long total) {
        progress(done, total, ReadProgress.Unit.BYTES);
    }

    /** Says how much of what there is to read has been read, for progress bars. */
    public void progress(long done, long total, ReadProgress.Unit unit) {
        context.progress().at("reading " + name(), Math.min(done, total), total, unit);
    }

    /**
     * Hands over the lines of a text, plain or gzipped. A byte-order mark decides the encoding and is taken away.
     *
     * @throws DataException if bytes are no text in this encoding, with their offset, or a line is too long to be one
     */
    public void lines(String encoding, LineHandler handler) throws IOException {
        long total = size();
        new TextLines(file, encoding, done -> progress(done, total)).read(handler);
    }

    /**
     * The data set of these rows, in memory or, where the context says so, streamed from a file beside this one that they are
     * converted to once.
     *
     * @param key all options that decide what the rows are, besides the columns: the converted file is known by it
     * @throws DataException if a column is not there, a column mixes numbers and texts, or there are no rows
     */
    public Dataset read(TableColumns columns, TableRows rows, String key) throws IOException {
        return new NamedRows(file, context, columns, rows, key).read();
    }
}
