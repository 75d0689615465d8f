package org.layerwise.dataio.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;

/** A table of text on its way to a data set. */
public final class Table {
    private final InputFile file;
    private final TextInput text;
    private final CsvReader.CsvReaderBuilder parser;
    private final TableRequest request;

    public Table(InputFile file, String encoding, CsvReader.CsvReaderBuilder parser, TableRequest request) {
        this.file = file;
        this.text = new TextInput(file, encoding);
        this.parser = parser;
        this.request = request;
    }

    /** Reads it; a second time where a column turned out to be text after some of its values looked like numbers. */
    public Dataset read() throws IOException {
        TableHandler handler = pass(Set.of());
        Set<String> mixed = handler.columns().stream()
                .filter(TableColumn::isMixed)
                .map(column -> column.name)
                .collect(Collectors.toSet());
        if (!mixed.isEmpty()) {
            handler.columns().stream()
                    .filter(TableColumn::isMostlyNumbers)
                    .findFirst()
                    .ifPresent(column -> {
                        throw file.wrong(column.mistake());
                    });
            handler = pass(mixed);
        }
        return dataset(handler);
    }

    private TableHandler pass(Set<String> forced) throws IOException {
        TableHandler handler = new TableHandler(file, request, forced);
        try (Reader reader = text.open();
                CsvReader<Boolean> csv = parser.build(handler, reader)) {
            csv.forEach(record -> {});
            return handler;
        } catch (UncheckedIOException e) {
            throw explained(e);
        } catch (CsvParseException e) {
            throw explained(e);
        } catch (IOException e) {
            throw explained(e);
        }
    }

    /** The library wraps what happens while it parses; what lies below says more. */
    private RuntimeException explained(Exception thrown) throws IOException {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataException data) {
                return data;
            }
            if (cause instanceof CharacterCodingException coding) {
                return text.undecodable(coding);
            }
            if (cause instanceof IOException) {
                return file.wrong("can't be read", cause);
            }
        }
        return file.wrong("is no proper table", thrown);
    }

    private Dataset dataset(TableHandler handler) {
        BlockStore store = handler.store();
        List<Column> columns = new ArrayList<>();
        for (TableColumn column : handler.columns()) {
            columns.add(column.finish(store));
        }
        int features = store.columns();
        double[][] targets = new double[columns.size() - features][];
        for (int t = 0; t < targets.length; t++) {
            targets[t] = store.column(features + t);
        }
        return Dataset.of(
                file.name(), columns.subList(0, features), store, columns.subList(features, columns.size()), targets);
    }
}
