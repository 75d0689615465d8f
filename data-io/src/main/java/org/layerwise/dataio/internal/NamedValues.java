package org.layerwise.dataio.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.tables.RowSink;

/** Stores the values of the wanted columns. */
final class NamedValues implements RowSink {
    private final InputFile file;
    private final List<TableColumn> columns = new ArrayList<>();
    private final Map<String, TableColumn> byName = new HashMap<>();
    private final Missing missing;
    private final RowStore store;
    private final RowPlace place = new RowPlace();
    private int row;

    /**
     * @param names the wanted columns in the order of their slots
     * @param categorical those that hold categories
     */
    NamedValues(InputFile file, List<String> names, Set<String> categorical, List<String> missing, RowStore store) {
        this.file = file;
        this.missing = new Missing(missing);
        this.store = store;
        for (String name : names) {
            TableColumn column = new TableColumn(name, columns.size(), categorical.contains(name));
            columns.add(column);
            byName.put(name, column);
        }
    }

    /**
     * The columns, once all rows are there.
     *
     * @param declared those that someone said hold categories
     */
    List<Column> finish(Set<String> declared) {
        return columns.stream()
                .map(column -> column.finish(store, declared.contains(column.name)))
                .toList();
    }

    @Override
    public void column(String name) {}

    @Override
    public boolean wants(String column) {
        return byName.containsKey(column);
    }

    @Override
    public void unreadable(String column, String why) {}

    @Override
    public void row(long line) {
        place.next(line);
        row = store.addRow();
        for (int slot = 0; slot < columns.size(); slot++) {
            store.set(row, slot, Double.NaN);
        }
    }

    @Override
    public void number(String column, double value) {
        TableColumn known = known(column);
        if (known == null || missing.is(value)) {
            return;
        }
        if (!Double.isFinite(value)) {
            throw file.wrong(place.text() + ", column " + Names.quoted(column) + ": " + value
                    + " is not finite; if it means a missing value list " + Names.quoted(String.valueOf(value))
                    + " under missing:");
        }
        if (known.declaredCategorical()) {
            category(known, Column.numeric(column).label(value).orElse(""));
        } else {
            store.set(row, known.slot, value);
        }
    }

    @Override
    public void beyondDoubles(String column, String written, long character) {
        if (known(column) != null) {
            throw file.wrong(place.text(character) + ", column " + Names.quoted(column) + ": " + Names.clipped(written)
                    + " is beyond the range of doubles, which ends at 1.8e308");
        }
    }

    @Override
    public void truth(String column, boolean value) {
        TableColumn known = known(column);
        if (known != null && known.declaredCategorical()) {
            category(known, String.valueOf(value));
        } else if (known != null) {
            store.set(row, known.slot, value ? 1 : 0);
        }
    }

    @Override
    public void text(String column, String value) {
        TableColumn known = known(column);
        if (known != null && !missing.is(value)) {
            category(known, value);
        }
    }

    @Override
    public void missing(String column) {}

    private @Nullable TableColumn known(String column) {
        return byName.get(column);
    }

    private void category(TableColumn column, String text) {
        store.set(row, column.slot, column.category(text, place.row(), 0));
    }
}
