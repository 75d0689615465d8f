package org.layerwise.dataparquet;

import blue.strategic.parquet.ParquetReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.DummyRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.schema.MessageType;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.ReadProgress;
import org.layerwise.dataio.tables.RowSink;
import org.layerwise.dataio.tables.TableFile;
import org.layerwise.dataio.tables.TableRows;

/** The rows of a Parquet file: row groups one after the other, of each only the wanted columns. */
final class ParquetRows implements TableRows {
    private static final int TOLD_EVERY = 1 << 14;
    private static final Pattern UNREAD =
            Pattern.compile("can not read class [\\w.]*\\.(\\w+): (.*?)(?:!? Struct:.*)?$");

    private final TableFile file;

    private final Sizes sizes;

    ParquetRows(TableFile file) {
        this.file = file;
        this.sizes = new Sizes(file.path());
    }

    private interface Use<T> {
        T of(ParquetFileReader reader) throws IOException;
    }

    /** Whatever the library throws, also where a damaged length makes it ask for all memory, is an error of the file. */
    private <T> T use(Use<T> use) {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .usePageChecksumVerification()
                .withCodecFactory(new Unpacking())
                .build();
        try {
            sizes.checkFooter();
            try (ParquetFileReader reader = ParquetFileReader.open(
                    ParquetReader.makeInputFile(file.path().toFile()), options)) {
                return use.of(reader);
            }
        } catch (DataException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
            throw file.wrong("is no sound Parquet file", worded(e));
        } catch (LinkageError e) {
            throw file.wrong("is packed in a way that needs a library which does not work here", e);
        }
    }

    /** In other words where the library names classes and all fields of a header. */
    private static Throwable worded(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        Matcher unread = UNREAD.matcher(message);
        return unread.find()
                ? new IOException("no proper " + unread.group(1) + ": " + unread.group(2), thrown)
                : thrown;
    }

    @Override
    public long estimatedBytes() {
        return use(reader -> Math.multiplyExact(
                reader.getRecordCount(),
                (long) Double.BYTES
                        * reader.getFileMetaData().getSchema().getColumns().size()));
    }

    @Override
    public void read(RowSink sink) {
        use(reader -> {
            FileMetaData meta = reader.getFileMetaData();
            List<ParquetColumn> columns = new ArrayList<>();
            List<ColumnDescriptor> read = new ArrayList<>();
            for (ColumnDescriptor descriptor : meta.getSchema().getColumns()) {
                ParquetColumn column = new ParquetColumn(file, descriptor);
                sink.column(column.name());
                if (column.refusal().isPresent()) {
                    sink.unreadable(column.name(), column.refusal().get());
                } else if (sink.wants(column.name())) {
                    columns.add(column);
                    read.add(descriptor);
                }
            }
            checkPages(reader, columns);
            reader.setRequestedSchema(read);
            groups(reader, meta, columns, sink);
            return columns;
        });
    }

    private void checkPages(ParquetFileReader reader, List<ParquetColumn> columns) throws IOException {
        Set<String> names = columns.stream().map(ParquetColumn::name).collect(Collectors.toSet());
        for (BlockMetaData group : reader.getRowGroups()) {
            for (ColumnChunkMetaData chunk : group.getColumns()) {
                if (names.contains(chunk.getPath().toDotString())) {
                    sizes.checkPages(chunk);
                }
            }
        }
    }

    private void groups(ParquetFileReader reader, FileMetaData meta, List<ParquetColumn> columns, RowSink sink)
            throws IOException {
        MessageType schema = meta.getSchema();
        long row = 0;
        long all = reader.getRecordCount();
        for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
            ColumnReadStoreImpl store = new ColumnReadStoreImpl(
                    pages, new DummyRecordConverter(schema).getRootConverter(), schema, meta.getCreatedBy());
            List<ColumnReader> readers = new ArrayList<>();
            for (ParquetColumn column : columns) {
                long values = pages.getPageReader(column.descriptor()).getTotalValueCount();
                if (values != pages.getRowCount()) {
                    throw file.wrong("is damaged: column '" + column.name() + "' has " + values
                            + " values in a group of " + pages.getRowCount() + " rows");
                }
                readers.add(store.getColumnReader(column.descriptor()));
            }
            for (long i = 0; i < pages.getRowCount(); i++) {
                sink.row(0);
                row++;
                for (int c = 0; c < readers.size(); c++) {
                    columns.get(c).hand(readers.get(c), row, sink);
                }
                if (row % TOLD_EVERY == 0) {
                    file.progress(row, all, ReadProgress.Unit.ROWS);
                }
            }
        }
    }
}
