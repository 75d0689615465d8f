package org.layerwise.dataio.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.Streaming;

/** A table of text on its way to a data set. */
public final class Table {
    private static final int SAMPLE = 1 << 16;
    private static final Pattern AFTER_QUOTE = Pattern.compile("(?i)after closing quote: '(\\P{Cntrl})'.* line (\\d+)");
    private static final Pattern UNCLOSED = Pattern.compile("(?i)unclosed quote.* line (\\d+)");
    /** What text is packed to, roughly: so many times smaller. */
    private static final double PACKED = 4;

    private final InputFile file;
    private final TextInput text;
    private final CsvReader.CsvReaderBuilder parser;
    private final TableRequest request;

    private final ReadContext context;
    private final String key;

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
        this.context = context;
        this.key = key;
    }

    /** Reads it into memory or, if it is to be streamed, converts it to a file of rows, once. */
    public Dataset read() throws IOException {
        Room room = Room.of(file, context.streaming());
        if (context.streaming() != Streaming.ALWAYS && !room.streams(estimate())) {
            try {
                return inMemory(room);
            } catch (Room.Exceeded e) {
                return streamed();
            }
        }
        return streamed();
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

    private Dataset inMemory(Room room) throws IOException {
        TableHandler handler = rows((features, width) -> new BlockStore(features, width, room));
        List<Column> columns = columns(handler);
        return dataset(columns, handler.store().finish(columns));
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

    /** The memory that the table takes as doubles, from the length of its fields at the beginning. */
    private long estimate() throws IOException {
        char[] start = new char[SAMPLE];
        int length = 0;
        try (Reader reader = text.open()) {
            for (int read = 0; read >= 0 && length < SAMPLE; read = reader.read(start, length, SAMPLE - length)) {
                length += read;
            }
        } catch (CharacterCodingException e) {
            throw text.undecodable(e);
        } catch (IOException e) {
            throw file.wrong("can't be read", e);
        }
        long fields = 1;
        for (int i = 0; i < length; i++) {
            fields += start[i] == ',' || start[i] == '\t' || start[i] == ';' || start[i] == '\n' ? 1 : 0;
        }
        boolean packed = file.name().endsWith(".gz");
        return (long) ((packed ? PACKED : 1.0) * file.size() * Double.BYTES * fields / Math.max(1, length));
    }

    private void convert(Path unfinished) throws IOException {
        List<RowFileWriter> writers = new ArrayList<>();
        try {
            TableHandler handler = rows((features, width) -> {
                RowFileWriter writer = writer(unfinished, features, width);
                writers.add(writer);
                return writer;
            });
            handler.store().finish(columns(handler));
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

    /** Reads the rows; a second time where a column turned out to be text after some of its values looked like numbers. */
    private TableHandler rows(RowStore.Maker maker) throws IOException {
        TableHandler handler = pass(Set.of(), maker);
        Set<String> mixed = handler.columns().stream()
                .filter(TableColumn::isMixed)
                .map(column -> column.name)
                .collect(Collectors.toSet());
        Mistakes mistakes = new Mistakes();
        for (TableColumn column : handler.columns()) {
            unclear(column)
                    .ifPresent(what -> mistakes.attempt(() -> {
                        throw DataException.ofMixedColumn(column.name, file.name() + ": " + what);
                    }));
        }
        mistakes.throwFirst();
        return mixed.isEmpty() ? handler : pass(mixed, maker);
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
            if (cause instanceof DataException || cause instanceof Room.Exceeded) {
                return (RuntimeException) cause;
            }
            if (cause instanceof CharacterCodingException coding) {
                return text.undecodable(coding);
            }
            if (cause instanceof IOException) {
                return file.wrong("can't be read", cause);
            }
        }
        Matcher unclosed = UNCLOSED.matcher(String.valueOf(thrown.getMessage()));
        if (unclosed.find()) {
            return file.wrong("line " + unclosed.group(1) + ": a quote begins a field here that does not end");
        }
        Matcher quoted = AFTER_QUOTE.matcher(String.valueOf(thrown.getMessage()));
        if (quoted.find()) {
            return file.wrong("line " + quoted.group(2) + ": " + Names.quoted(quoted.group(1))
                    + " follows a closing quote; if it separates fields say delimiter: \"" + quoted.group(1) + "\"");
        }
        return file.wrong("is no proper table", thrown);
    }

    private static List<Column> columns(TableHandler handler) {
        RowStore store = handler.store();
        Set<String> declared = Set.copyOf(handler.header().categorical());
        return handler.columns().stream()
                .map(column -> column.finish(store, declared.contains(column.name)))
                .toList();
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
