package org.layerwise.dataio.internal;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.layerwise.dataio.DataException;

/** Takes the fields of a table as they are parsed and stores those of the wanted columns as numbers. */
final class TableHandler extends AbstractBaseCsvCallbackHandler<Boolean> {
    private static final Set<String> NOT_FINITE =
            Set.of("nan", "+nan", "-nan", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity");

    private final InputFile file;
    private final TableRequest request;
    private final Set<String> forced;
    private final char[][] missing;
    private final Decimal decimal;
    private final List<String> first = new ArrayList<>();
    private @Nullable TableHeader header;
    private final RowStore.Maker maker;
    private @Nullable RowStore store;
    private List<TableColumn> columns = List.of();
    private @Nullable TableColumn[] byField = new TableColumn[0];
    private int fields;
    private int row = -1;

    /**
     * @param forced columns to take as categorical although some of their values are numbers
     * @param maker makes what the rows go to
     */
    TableHandler(InputFile file, TableRequest request, Set<String> forced, RowStore.Maker maker) {
        this.file = file;
        this.request = request;
        this.forced = forced;
        this.maker = maker;
        this.decimal = new Decimal(request.decimal());
        this.missing = request.missing().stream().map(String::toCharArray).toArray(char[][]::new);
    }

    /** The columns that were read, features first; empty if there was nothing to read. */
    List<TableColumn> columns() {
        return columns;
    }

    TableHeader header() {
        if (header == null) {
            throw file.wrong("is empty; a table is expected");
        }
        return header;
    }

    RowStore store() {
        if (store == null || store.rows() == 0) {
            throw file.wrong(
                    header == null
                            ? "is empty; a table is expected"
                            : "has no rows below its header; at least one is needed");
        }
        return store;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        fields = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        int from = offset;
        int end = offset + length;
        if (request.trim() && !quoted) {
            while (from < end && isSpace(buffer[from])) {
                from++;
            }
            while (end > from && isSpace(buffer[end - 1])) {
                end--;
            }
        }
        fields = index + 1;
        if (store != null && index == 0) {
            row = store.addRow();
        }
        if (store == null) {
            first.add(text(buffer, from, end - from));
        } else {
            take(index, buffer, from, end - from);
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0';
    }

    @Override
    protected Boolean buildRecord() {
        if (getRecordType() != RecordType.DATA) {
            return Boolean.FALSE;
        }
        if (store == null) {
            start();
        } else if (fields != byField.length) {
            String message = "row " + (row + 1) + " (line " + getStartingLineNumber() + ") has " + fields
                    + (fields == 1 ? " field; " : " fields; ") + (request.header() ? "the header" : "row 1") + " has "
                    + byField.length;
            throw file.wrong(HeaderHint.after(message, header().names()));
        }
        return Boolean.TRUE;
    }

    private void start() {
        List<String> names = NamelessColumns.names(first, request.header());
        TableHeader made = TableHeader.of(file, names, request);
        header = made;
        List<String> wanted = new ArrayList<>(made.features());
        wanted.addAll(made.targets());
        RowStore rows = maker.make(made.features().size(), wanted.size());
        store = rows;
        chooseColumns(wanted, names, made.categorical());
        if (!request.header()) {
            row = rows.addRow();
            for (int i = 0; i < first.size(); i++) {
                take(i, first.get(i).toCharArray(), 0, first.get(i).length());
            }
        }
        first.clear();
    }

    /** @param declared columns to take as categories in any case */
    private void chooseColumns(List<String> wanted, List<String> names, List<String> declared) {
        columns = new ArrayList<>();
        byField = new TableColumn[names.size()];
        Map<String, Integer> places = new HashMap<>();
        names.forEach(name -> places.put(name, places.size()));
        Set<String> categorical = new HashSet<>(forced);
        categorical.addAll(declared);
        for (String name : wanted) {
            TableColumn column = new TableColumn(name, columns.size(), categorical.contains(name));
            columns.add(column);
            byField[places.getOrDefault(name, 0)] = column;
        }
    }

    private void take(int index, char[] buffer, int from, int length) {
        TableColumn column = index < byField.length ? byField[index] : null;
        if (column != null && store != null) {
            store.set(row, column.slot, value(column, buffer, from, length));
        }
    }

    private double value(TableColumn column, char[] buffer, int from, int length) {
        if (isMissing(buffer, from, length)) {
            return Double.NaN;
        }
        if (column.declaredCategorical()) {
            return column.category(text(buffer, from, length), row, getStartingLineNumber());
        }
        if (!decimal.parse(buffer, from, length)) {
            String text = text(buffer, from, length);
            if (NOT_FINITE.contains(text.toLowerCase(Locale.ROOT))) {
                throw wrong(
                        column,
                        Names.quoted(text) + " is not finite; if it means a missing value list it under missing:");
            }
            return column.category(text, row, getStartingLineNumber());
        }
        if (Double.isInfinite(decimal.value())) {
            throw wrong(column, Names.quoted(text(buffer, from, length)) + " is beyond the range of doubles");
        }
        column.countNumber();
        return decimal.value();
    }

    private boolean isMissing(char[] buffer, int from, int length) {
        if (length == 0) {
            return true;
        }
        for (char[] marker : missing) {
            if (marker.length == length && equal(marker, buffer, from)) {
                return true;
            }
        }
        return false;
    }

    private static boolean equal(char[] marker, char[] buffer, int from) {
        for (int i = 0; i < marker.length; i++) {
            if (marker[i] != buffer[from + i]) {
                return false;
            }
        }
        return true;
    }

    private String text(char[] buffer, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (buffer[i] == 0) {
                throw file.wrong("line " + getStartingLineNumber()
                        + " holds a NUL character; this is no text file, or one in another encoding");
            }
        }
        return new String(buffer, from, length);
    }

    private DataException wrong(TableColumn column, String what) {
        return file.wrong(
                "row " + (row + 1) + " (line " + getStartingLineNumber() + "), column '" + column.name + "': " + what);
    }
}
