package org.layerwise.dataio.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.Streaming;

/** Where the rows of a table go: into memory or, if they are to be streamed, into a file that they are converted to once. */
final class TableStorage {
    private final InputFile file;
    private final ReadContext context;
    private final String key;

    /** The rows; they can be read several times, always alike. */
    interface Source {
        /** About how much memory their values take as doubles. */
        long estimatedBytes() throws IOException;

        /** Reads all of them into a store; where this takes two attempts, each makes its own and the last one counts. */
        Filled fill(RowStore.Maker maker) throws IOException;
    }

    /** A store that has all rows, and its columns, features first. */
    record Filled(List<Column> columns, RowStore.Stored stored) {}

    /** @param key all that decides what is made of the file's content: the converted file is known by it */
    TableStorage(InputFile file, ReadContext context, String key) {
        this.file = file;
        this.context = context;
        this.key = key;
    }

    Dataset read(Source source) throws IOException {
        Room room = Room.of(file, context.streaming());
        if (context.streaming() == Streaming.ALWAYS || room.streams(source.estimatedBytes())) {
            return streamed(source);
        }
        try {
            return dataset(source.fill((features, width) -> new BlockStore(features, width, room)));
        } catch (Room.Exceeded e) {
            return streamed(source);
        }
    }

    private Dataset streamed(Source source) throws IOException {
        RowCache cache = RowCache.of(file, key, context.progress());
        RowFile converted = cache.rows(unfinished -> convert(source, unfinished));
        try {
            return dataset(new Filled(converted.columns(), MappedRows.open(cache.place(), converted)));
        } catch (IOException e) {
            throw file.wrong("can't be streamed from " + cache.place(), e);
        }
    }

    private static void convert(Source source, Path unfinished) throws IOException {
        List<RowFileWriter> writers = new ArrayList<>();
        try {
            source.fill((features, width) -> {
                RowFileWriter writer = writer(unfinished, features, width);
                writers.add(writer);
                return writer;
            });
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
            throw new DataException(path + ": can't be written" + InputFile.reason(e) + DiskSpace.hint(e, path), e);
        }
    }

    private Dataset dataset(Filled filled) {
        RowStore.Stored stored = filled.stored();
        List<Column> columns = filled.columns();
        int features = stored.features().columns();
        return Dataset.of(
                file.name(),
                columns.subList(0, features),
                stored.features(),
                columns.subList(features, columns.size()),
                stored.targets());
    }
}
