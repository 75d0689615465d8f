package org.layerwise.dataio.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.Streaming;
import org.layerwise.dataio.tables.TableColumns;
import org.layerwise.dataio.tables.TableRows;

/**
 * Rows with named values on their way to a data set. They are read twice: first to learn which columns there are and what
 * they hold, then for their values.
 */
public final class NamedRows {
    private static final long FEW = 1 << 20;
    private static final long MOST_GAPS = 64;

    private final InputFile file;
    private final ReadContext context;
    private final TableColumns wanted;
    private final TableRows rows;
    private final String key;

    /** @param key all that decides what the rows are besides the columns */
    public NamedRows(InputFile file, ReadContext context, TableColumns wanted, TableRows rows, String key) {
        this.file = file;
        this.context = context;
        this.wanted = wanted;
        this.rows = rows;
        this.key = wanted + key;
    }

    /** Reads them into memory or, if they are to be streamed, converts them to a file of rows, once. */
    public Dataset read() throws IOException {
        Room room = Room.of(file, context.streaming());
        if (context.streaming() != Streaming.ALWAYS && !room.streams(rows.estimatedBytes())) {
            try {
                List<Column> columns = new ArrayList<>();
                return dataset(columns, into((features, width) -> new BlockStore(features, width, room), columns));
            } catch (Room.Exceeded e) {
                return streamed();
            }
        }
        return streamed();
    }

    private Dataset streamed() throws IOException {
        RowCache cache = RowCache.of(file, key, context.progress());
        RowFile converted = cache.rows(this::convert);
        try {
            return dataset(converted.columns(), MappedRows.open(cache.place(), converted));
        } catch (IOException e) {
            throw file.wrong("can't be streamed from " + cache.place(), e);
        }
    }

    private void convert(Path unfinished) throws IOException {
        List<RowFileWriter> writers = new ArrayList<>();
        try {
            into(
                    (features, width) -> {
                        RowFileWriter writer = writer(unfinished, features, width);
                        writers.add(writer);
                        return writer;
                    },
                    new ArrayList<>());
        } catch (UncheckedIOException e) {
            throw new IOException(e.getCause());
        } finally {
            for (RowFileWriter writer : writers) {
                writer.close();
            }
        }
    }

    private static RowFileWriter writer(Path path, int features, int width) {
        try {
            return new RowFileWriter(path, features, width);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param columns takes the columns, features first */
    private RowStore.Stored into(RowStore.Maker maker, List<Column> columns) throws IOException {
        NamedSurvey survey = new NamedSurvey(file, wanted.missing());
        rows.read(survey);
        if (survey.rows() == 0) {
            throw file.wrong("has no rows; at least one is needed");
        }
        TableHeader header = header(survey);
        List<String> names = new ArrayList<>(header.features());
        names.addAll(header.targets());
        check(survey, names, header);
        Set<String> categorical = new HashSet<>(header.categorical());
        for (String name : names) {
            NamedColumn column = survey.known(name);
            if (column.hasTexts() || (column.isTruth() && header.targets().contains(name))) {
                categorical.add(name);
            }
        }
        RowStore store = maker.make(header.features().size(), names.size());
        NamedValues values = new NamedValues(file, names, categorical, wanted.missing(), store);
        rows.read(values);
        columns.addAll(values.finish(Set.copyOf(header.categorical())));
        return store.finish(columns);
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

    private void check(NamedSurvey survey, List<String> names, TableHeader header) {
        Mistakes mistakes = new Mistakes();
        List<String> useful = header.features().stream()
                .filter(name -> survey.known(name).refusal().isEmpty())
                .toList();
        long values = 0;
        for (String name : names) {
            NamedColumn column = survey.known(name);
            values += column.given();
            mistakes.attempt(() -> {
                if (column.refusal().isPresent()) {
                    String message = file.name() + ": column " + Names.quoted(name) + " "
                            + column.refusal().get()
                            + (wanted.features().isEmpty()
                                    ? "; leave it out by listing the others under features:"
                                    : "");
                    throw header.targets().contains(name)
                            ? new DataException(message)
                            : DataException.ofUselessColumn(useful, message);
                }
                if (!header.categorical().contains(name) && column.isUnclear()) {
                    throw DataException.ofMixedColumn(name, file.name() + ": " + column.mistake());
                }
                return name;
            });
        }
        mistakes.throwFirst();
        long cells = (long) survey.rows() * names.size();
        if (cells > FEW && cells > MOST_GAPS * values) {
            throw file.wrong("has " + survey.rows() + " rows and " + names.size() + " columns, but only " + values
                    + " values; so many gaps mean that names hold what should be a value; choose features:");
        }
    }

    private Dataset dataset(List<Column> columns, RowStore.Stored stored) {
        int features = stored.features().columns();
        return Dataset.of(
                file.name(),
                columns.subList(0, features),
                stored.features(),
                columns.subList(features, columns.size()),
                stored.targets());
    }
}
