package org.layerwise.dataio.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.layerwise.dataio.FeatureStore;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.ReadProgress;
import org.layerwise.dataio.Streaming;

/**
 * An array that stays in a file, its elements one after the other: in the file that the user gave or, where that is packed
 * or chunked, in the rows that it was converted to.
 *
 * <p>A reader of another format plugs in here: one whose elements lie in the file one after the other gives {@link #within},
 * any other writes them, in their order, through {@link #converted}.
 */
public final class FileArray {
    private static final int BAND_BYTES = 1 << 24;
    /** Deflate makes a byte of at most so many. */
    private static final long MOST_PACKED = 1032;

    private final InputFile file;
    private final String name;
    private final ReadProgress progress;
    private final long size;
    private final Path path;
    private final long offset;
    private final Elements elements;
    private final ByteOrder order;
    private final Optional<RowFile> converted;

    private FileArray(
            InputFile file,
            String name,
            ReadProgress progress,
            long size,
            Path path,
            long offset,
            Elements elements,
            ByteOrder order,
            Optional<RowFile> converted) {
        this.file = file;
        this.name = name;
        this.progress = progress;
        this.size = size;
        this.path = path;
        this.offset = offset;
        this.elements = elements;
        this.order = order;
        this.converted = converted;
    }

    /** Where elements go, one after the other. */
    @FunctionalInterface
    interface Sink {
        void put(double value);
    }

    /** Writes all elements of an array in their order. */
    @FunctionalInterface
    interface Conversion {
        void write(Sink sink) throws IOException;
    }

    private static long inMemory(Elements elements, List<Integer> axes) {
        return size(axes) * (elements == Elements.U1 ? 1 : Double.BYTES);
    }

    /**
     * Whether such an array stays in its file: where the context says so, or no array of Java could hold it.
     *
     * @throws org.layerwise.dataio.DataException if it is not to, and does not fit in memory
     */
    static boolean isWanted(InputFile file, ReadContext context, Elements elements, List<Integer> axes)
            throws IOException {
        boolean beyondArrays = size(axes) > Integer.MAX_VALUE - 8 && context.streaming() != Streaming.NEVER;
        long stored = product(size(axes), elements.size());
        boolean there = file.size() >= stored / MOST_PACKED || Files.isDirectory(file.path());
        long bytes = inMemory(elements, axes);
        // What the file is too short for is refused for that.
        return beyondArrays
                || (there
                        ? Room.of(file, context.streaming()).streams(bytes)
                        : context.streaming().applies(bytes));
    }

    /** The product of axes. */
    static long size(List<Integer> axes) {
        return axes.stream().mapToLong(Integer::longValue).reduce(1, FileArray::product);
    }

    /** No file has more elements than a long counts; what declares more is refused for its size. */
    static long product(long a, long b) {
        return a > 0 && b > Long.MAX_VALUE / 16 / a ? Long.MAX_VALUE / 16 : a * b;
    }

    /** Elements that lie in the file as they are, from an offset on. */
    static FileArray within(
            InputFile file,
            String name,
            ReadContext context,
            List<Integer> axes,
            long offset,
            Elements elements,
            ByteOrder order) {
        return new FileArray(
                file, name, context.progress(), size(axes), file.path(), offset, elements, order, Optional.empty());
    }

    /** Elements that are converted once, see {@link RowCache}; the last axis runs fastest. */
    static FileArray converted(
            InputFile file,
            String name,
            ReadContext context,
            List<Integer> axes,
            Elements elements,
            Conversion conversion)
            throws IOException {
        int first = axes.isEmpty() ? 1 : Math.max(1, axes.get(0));
        int width = Math.toIntExact(size(axes) / first);
        return converted(file, name, context.progress(), size(axes), width, elements, conversion);
    }

    private static FileArray converted(
            InputFile file,
            String name,
            ReadProgress progress,
            long size,
            int width,
            Elements elements,
            Conversion conversion)
            throws IOException {
        Elements written = elements.written();
        RowCache cache = RowCache.of(file, "array " + name, progress);
        RowFile rows = cache.rows(unfinished -> {
            try (RowFileWriter writer = new RowFileWriter(unfinished, written, width, width)) {
                conversion.write(new RowSink(
                        writer,
                        width,
                        done -> progress.at(
                                "converting " + file.name(), done * written.size(), size * written.size())));
                writer.finish(List.of());
            }
        });
        return new FileArray(
                file,
                name,
                progress,
                size,
                cache.place(),
                RowFile.HEADER,
                written,
                ByteOrder.LITTLE_ENDIAN,
                Optional.of(rows));
    }

    /** Elements that are unpacked once, from a stream that stands at the first. */
    static FileArray unpacked(
            InputFile file,
            String name,
            ReadContext context,
            List<Integer> axes,
            Elements elements,
            ByteOrder order,
            ByteReader reader)
            throws IOException {
        int atOnce = BAND_BYTES / Double.BYTES / elements.size();
        return converted(file, name, context, axes, elements, sink -> {
            for (long left = size(axes); left > 0; left -= atOnce) {
                int count = (int) Math.min(left, atOnce);
                ByteBuffer bytes = reader.buffer(count * elements.size(), "the values of axes " + axes);
                bytes.order(order);
                for (int i = 0; i < count; i++) {
                    sink.put(elements.at(bytes, i * elements.size()));
                }
            }
            reader.finish();
        });
    }

    /** The elements as so many rows, in the order in which they lie. */
    FeatureStore rows(int rows) {
        try {
            if (converted.isPresent() && converted.get().rows() == rows) {
                return MappedRows.open(path, converted.get()).features();
            }
            int width = rows == 0 ? 0 : Math.toIntExact(size / rows);
            return MappedRows.open(path, new MappedRows.Layout(offset, rows, width, elements, order));
        } catch (IOException e) {
            throw file.wrong("can't be streamed", e);
        }
    }

    /**
     * The elements as rows that lie across: those of a row are {@code rows} apart in the file. Turned once, some rows at a
     * time.
     *
     * @param columnOf the column that the k-th element of a row becomes
     */
    FeatureStore turned(int rows, IntUnaryOperator columnOf) {
        int columns = Math.toIntExact(size / Math.max(1, rows));
        try {
            return converted(
                            file,
                            name + " turned",
                            progress,
                            size,
                            columns,
                            elements,
                            sink -> turn(rows, columns, columnOf, sink))
                    .rows(rows);
        } catch (IOException e) {
            throw file.wrong("can't be read", e);
        }
    }

    private void turn(int rows, int columns, IntUnaryOperator columnOf, Sink sink) throws IOException {
        int most = Math.max(1, BAND_BYTES / Double.BYTES / columns);
        double[] band = new double[Math.multiplyExact(Math.min(rows, most), columns)];
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            for (int from = 0; from < rows; from += most) {
                int count = Math.min(most, rows - from);
                ByteBuffer run = ByteBuffer.allocate(count * elements.size()).order(order);
                for (int k = 0; k < columns; k++) {
                    readAll(channel, run.clear(), offset + ((long) k * rows + from) * elements.size());
                    elements.copy(run, 0, band, columnOf.applyAsInt(k), columns, count);
                }
                for (int i = 0; i < count * columns; i++) {
                    sink.put(band[i]);
                }
            }
        }
    }

    private void readAll(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw file.wrong("was shortened while it was read");
            }
        }
    }
}
