package org.layerwise.dataio.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.ReadContext;

/** A table of text on its way to a data set. */
public final class Table implements TableStorage.Source {
    private final InputFile file;
    private final TextInput text;
    private final CsvReader.CsvReaderBuilder parser;
    private final TableRequest request;
    private final TableStorage storage;

    /** @param key all that decides what is made of the file's content */
    public Table(
            InputFile file,
            String encoding,
            CsvReader.CsvReaderBuilder parser,
            TableRequest request,
            ReadContext context,
            String key)
            throws IOException {
        long total = file.size();
        this.file = file;
        this.text = new TextInput(
                file, encoding, done -> context.progress().at("reading " + file.name(), Math.min(done, total), total));
        this.parser = parser;
        this.request = request;
        this.storage = new TableStorage(file, context, key);
    }

    /** Reads it into memory or, if it is to be streamed, converts it to a file of rows, once. */
    public Dataset read() throws IOException {
        return storage.read(this);
    }

    /** What to say of columns that the header does not name, by name. */
    public Map<String, String> columnNotes(Dataset read) throws IOException {
        if (!request.header()) {
            return Map.of();
        }
        try (Reader reader = text.open();
                CsvReader<CsvRecord> csv = parser.ofCsvRecord(reader)) {
            CsvRecord header = csv.iterator().next();
            String place = file.name() + ": line " + header.getStartingLineNumber();
            return NamelessColumns.notes(place, header.getFields(), read);
        }
    }

    @Override
    public long estimatedBytes() throws IOException {
        return new TableEstimate(file, text).bytes();
    }

    @Override
    public TableStorage.Filled fill(RowStore.Maker maker) throws IOException {
        TableHandler handler = rows(maker);
        List<Column> columns = columns(handler);
        return new TableStorage.Filled(columns, handler.store().finish(columns));
    }

    /** Reads the rows; a second time where a column turned out to be text after some of its values looked like numbers. */
    private TableHandler rows(RowStore.Maker maker) throws IOException {
        TableHandler handler = pass(Set.of(), maker);
        Set<String> mixed = handler.columns().stream()
                .filter(TableColumn::isMixed)
                .map(column -> column.name)
                .collect(Collectors.toSet());
        requireClear(handler.columns());
        return mixed.isEmpty() ? handler : pass(mixed, maker);
    }

    private void requireClear(List<TableColumn> columns) {
        Mistakes mistakes = new Mistakes();
        for (TableColumn column : columns) {
            unclear(column)
                    .ifPresent(what -> mistakes.attempt(() -> {
                        throw DataException.ofMixedColumn(column.name, file.name() + ": " + what);
                    }));
        }
        mistakes.throwFirst();
    }

    /** What is wrong with a column that may hold numbers or may not. */
    private Optional<String> unclear(TableColumn column) {
        if (column.isOfOtherDecimals(request.decimal())) {
            return Optional.of(column.decimalMistake(request.decimal()));
        }
        return column.isMostlyNumbers() ? Optional.of(column.mistake()) : Optional.empty();
    }

    private TableHandler pass(Set<String> forced, RowStore.Maker maker) throws IOException {
        TableHandler handler = new TableHandler(file, request, forced, maker);
        try (Reader reader = text.open();
                CsvReader<Boolean> csv = parser.build(handler, reader)) {
            csv.forEach(record -> {});
            return handler;
        } catch (UncheckedIOException | CsvParseException | IOException e) {
            throw new CsvFault(file, text).explained(e);
        }
    }

    private static List<Column> columns(TableHandler handler) {
        RowStore store = handler.store();
        Set<String> declared = Set.copyOf(handler.header().categorical());
        return handler.columns().stream()
                .map(column -> column.finish(store, declared.contains(column.name)))
                .toList();
    }
}
