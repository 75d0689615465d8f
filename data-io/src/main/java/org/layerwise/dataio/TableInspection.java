package org.layerwise.dataio;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.layerwise.dataio.internal.HeaderHint;
import org.layerwise.dataio.internal.Names;

/**
 * Looks at a table. Columns that mix numbers and texts are shown as texts, those of no use left out; a training run has to
 * be told what to do with them.
 */
final class TableInspection {
    private final String format;
    private final Tables tables;
    private final ReadContext context;

    /** Makes readers of the table. */
    interface Tables {
        /**
         * A reader of it.
         *
         * @param features the columns to read; empty for all
         * @param categorical columns to take as categories
         */
        DatasetReader of(List<String> features, List<String> categorical);
    }

    TableInspection(String format, Tables tables, ReadContext context) {
        this.format = format;
        this.tables = tables;
        this.context = context;
    }

    Inspection inspect() throws IOException {
        try {
            return shown(List.of(), List.of());
        } catch (DataException e) {
            return inspectBut(e);
        }
    }

    private Inspection inspectBut(DataException first) throws IOException {
        List<String> mixed = new ArrayList<>();
        List<String> features = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (DataException mistake : mistakes(first)) {
            if (mistake.mixedColumn().isEmpty() && mistake.otherColumns().isEmpty()) {
                throw first;
            }
            mistake.mixedColumn().ifPresent(mixed::add);
            if (features.isEmpty()) {
                features.addAll(mistake.otherColumns());
            }
            String what =
                    mistake.mixedColumn().isPresent() ? "shown as text, but training needs to be told: " : "left out: ";
            notes.add(what + mistake.getMessage());
        }
        Inspection shown = shown(features, mixed);
        notes.addAll(shown.notes());
        return new Inspection(format, shown.parts(), notes);
    }

    private static List<DataException> mistakes(DataException first) {
        List<DataException> all = new ArrayList<>(List.of(first));
        for (Throwable other : first.getSuppressed()) {
            if (other instanceof DataException mistake) {
                all.add(mistake);
            }
        }
        return all;
    }

    private Inspection shown(List<String> features, List<String> categorical) throws IOException {
        DatasetReader reader = tables.of(features, categorical);
        Dataset data = reader.read(context);
        List<String> notes = new ArrayList<>(format.equals("csv") ? hints(data) : List.of());
        notes.addAll(reader.columnNotes(context, data).values());
        return new Inspection(format, List.of(DatasetSummary.of(data)), notes);
    }

    /** What the names of a table's columns tell of options that may be missing. */
    private static List<String> hints(Dataset data) {
        List<String> names = Stream.concat(data.columns().stream(), data.targets().stream())
                .map(Column::name)
                .toList();
        List<String> hints = new ArrayList<>();
        if (!HeaderHint.delimiter(names).isEmpty()) {
            hints.add("the only column is " + Names.quoted(names.get(0)) + "; " + HeaderHint.delimiter(names));
        }
        if (!HeaderHint.noNames(names).isEmpty()) {
            hints.add("some columns are called like numbers; " + HeaderHint.noNames(names));
        }
        return hints;
    }
}
