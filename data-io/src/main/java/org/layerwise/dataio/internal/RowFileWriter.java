package org.layerwise.dataio.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.FeatureStore;

/** Writes rows to a file, block by block; see {@link RowFile}. */
final class RowFileWriter implements RowStore, AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final Elements elements;
    private final int features;
    private final int width;
    private final int shift;
    private final ByteBuffer block;
    private final Map<Integer, int[]> renumbered = new HashMap<>();
    private int[] sums = new int[16];
    private int rows;

    /** Rows of doubles. */
    RowFileWriter(Path file, int features, int width) throws IOException {
        this(file, Elements.F8, features, width);
    }

    /** @param elements what each value is stored as */
    RowFileWriter(Path file, Elements elements, int features, int width) throws IOException {
        this.file = file;
        this.elements = elements;
        this.channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        this.features = features;
        this.width = width;
        this.shift = RowFile.blockShift((long) width * elements.size());
        this.block = RowFile.buffer(Math.multiplyExact(Math.multiplyExact(width, 1 << shift), elements.size()));
    }

    @Override
    public int addRow() {
        if (rows == Integer.MAX_VALUE) {
            throw new DataException("more than " + rows + " rows are too many; split the file");
        }
        if (rows > 0 && (rows & ((1 << shift) - 1)) == 0) {
            flush();
        }
        return rows++;
    }

    @Override
    public void set(int row, int slot, double value) {
        elements.put(block, ((row & ((1 << shift) - 1)) * width + slot) * elements.size(), value);
    }

    @Override
    public int rows() {
        return rows;
    }

    /** Writes the block of the last row. */
    private void flush() {
        int number = (rows - 1) >> shift;
        int inBlock = rows - (number << shift);
        ByteBuffer bytes = block.duplicate().position(0).limit(inBlock * width * elements.size());
        if (number + 1 >= sums.length) {
            sums = Arrays.copyOf(sums, 2 * sums.length);
        }
        sums[number] = RowFile.sum(bytes);
        try {
            RowFile.writeAll(channel, bytes, place(number));
        } catch (IOException e) {
            throw new DataException(file + ": can't be written (" + e.getMessage() + ")" + DiskSpace.hint(e, file), e);
        }
    }

    private long place(int number) {
        return RowFile.HEADER + ((long) number << shift) * width * elements.size();
    }

    @Override
    public void renumber(int slot, int[] places) {
        renumbered.put(slot, places.clone());
    }

    @Override
    public Stored finish(List<Column> columns) throws IOException {
        if (rows > 0) {
            flush();
        }
        if (!renumbered.isEmpty()) {
            for (int b = 0; b <= (rows - 1) >> shift; b++) {
                renumberBlock(b);
            }
        }
        RowFile file = new RowFile(elements, features, width, rows, columns, Arrays.copyOf(sums, (rows >> shift) + 1));
        file.writeTo(channel);
        return new Stored(FeatureStore.none(), FeatureStore.none());
    }

    private void renumberBlock(int number) throws IOException {
        int inBlock = Math.min(rows - (number << shift), 1 << shift);
        ByteBuffer bytes = block.duplicate().order(block.order()).position(0).limit(inBlock * width * elements.size());
        while (bytes.hasRemaining() && channel.read(bytes, place(number) + bytes.position()) >= 0) {}
        bytes.flip();
        renumbered.forEach((slot, places) -> {
            for (int i = 0; i < inBlock; i++) {
                int at = (i * width + slot) * elements.size();
                double index = elements.at(bytes, at);
                if (!Double.isNaN(index)) {
                    elements.put(bytes, at, places[(int) index]);
                }
            }
        });
        sums[number] = RowFile.sum(bytes);
        RowFile.writeAll(channel, bytes, place(number));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
