package org.layerwise.dataio.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.tables.TableColumns;
import org.layerwise.dataio.tables.TableRows;

/**
 * Rows with named values on their way to a data set. They are read twice: first to learn which columns there are and what
 * they hold, then for their values.
 */
public final class NamedRows implements TableStorage.Source {
    private final InputFile file;
    private final TableColumns wanted;
    private final TableRows rows;
    private final TableStorage storage;

    /** @param key all that decides what the rows are besides the columns */
    public NamedRows(InputFile file, ReadContext context, TableColumns wanted, TableRows rows, String key) {
        this.file = file;
        this.wanted = wanted;
        this.rows = rows;
        this.storage = new TableStorage(file, context, wanted + key);
    }

    /** Reads them into memory or, if they are to be streamed, converts them to a file of rows, once. */
    public Dataset read() throws IOException {
        return storage.read(this);
    }

    @Override
    public long estimatedBytes() throws IOException {
        return rows.estimatedBytes();
    }

    @Override
    public TableStorage.Filled fill(RowStore.Maker maker) throws IOException {
        NamedSurvey survey = survey();
        TableHeader header = header(survey);
        List<String> names = new ArrayList<>(header.features());
        names.addAll(header.targets());
        new NamedCheck(file, survey, header, names, !wanted.features().isEmpty()).pass();
        RowStore store = maker.make(header.features().size(), names.size());
        NamedValues values = new NamedValues(file, names, categorical(survey, header, names), wanted.missing(), store);
        rows.read(values);
        List<Column> columns = values.finish(Set.copyOf(header.categorical()));
        return new TableStorage.Filled(columns, store.finish(columns));
    }

    private NamedSurvey survey() throws IOException {
        NamedSurvey survey = new NamedSurvey(file, wanted.missing());
        rows.read(survey);
        if (survey.rows() == 0) {
            throw file.wrong("has no rows; at least one is needed");
        }
        return survey;
    }

    /** Columns that hold categories: those that someone said so of, those with texts, and targets of booleans. */
    private static Set<String> categorical(NamedSurvey survey, TableHeader header, List<String> names) {
        Set<String> categorical = new HashSet<>(header.categorical());
        for (String name : names) {
            NamedColumn column = survey.known(name);
            if (column.hasTexts() || (column.isTruth() && header.targets().contains(name))) {
                categorical.add(name);
            }
        }
        return categorical;
    }

    private TableHeader header(NamedSurvey survey) {
        List<String> names = survey.names();
        TableRequest request = new TableRequest(
                expanded(wanted.target(), names),
                expanded(wanted.features(), names),
                true,
                wanted.missing(),
                expanded(wanted.categorical(), names),
                false,
                '.');
        return TableHeader.of(file, names, request);
    }

    /** A name that no column bears stands for those below it. */
    private static List<String> expanded(List<String> wanted, List<String> names) {
        Set<String> known = Set.copyOf(names);
        List<String> expanded = new ArrayList<>();
        for (String name : wanted) {
            List<String> below = known.contains(name)
                    ? List.of()
                    : names.stream()
                            .filter(other -> other.startsWith(name + "."))
                            .toList();
            expanded.addAll(below.isEmpty() ? List.of(name) : below);
        }
        return expanded;
    }
}
