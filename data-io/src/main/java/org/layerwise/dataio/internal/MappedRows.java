package org.layerwise.dataio.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.FeatureStore;

/** Some columns of a file of rows, mapped into memory; each block's check sum is looked at when it is first read. */
final class MappedRows implements FeatureStore {
    private static final int SEGMENT_BYTES = 1 << 29;

    private final Mapping mapping;
    private final int first;
    private final int columns;

    private MappedRows(Mapping mapping, int first, int columns) {
        this.mapping = mapping;
        this.first = first;
        this.columns = columns;
    }

    /** The features and the targets of a file. */
    static RowStore.Stored open(Path path, RowFile file) throws IOException {
        Mapping mapping = new Mapping(path, file);
        return new RowStore.Stored(
                new MappedRows(mapping, 0, file.features()),
                new MappedRows(mapping, file.features(), file.width() - file.features()));
    }

    @Override
    public int rows() {
        return (int) mapping.file.rows();
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public boolean isInMemory() {
        return false;
    }

    @Override
    public double get(int row, int column) {
        DoubleBuffer segment = mapping.segment(row);
        return segment.get(mapping.place(row) + first + column);
    }

    @Override
    public void scatter(int row, int from, int to, double[] destination, int offset, int stride) {
        DoubleBuffer segment = mapping.segment(row);
        int place = mapping.place(row) + first;
        if (stride == 1) {
            segment.get(place + from, destination, offset, to - from);
            return;
        }
        for (int c = from, at = offset; c < to; c++, at += stride) {
            destination[at] = segment.get(place + c);
        }
    }

    /** The mapped pieces of a file, each a whole number of blocks. */
    private static final class Mapping {
        private final Path path;
        private final RowFile file;
        private final int shift;
        private final int segmentShift;
        private final ByteBuffer[] bytes;
        private final DoubleBuffer[] doubles;
        private final boolean[] checked;

        Mapping(Path path, RowFile file) throws IOException {
            this.path = path;
            this.file = file;
            this.shift = RowFile.blockShift(file.width());
            long blockBytes = ((long) Double.BYTES * file.width()) << shift;
            int blocks = (int) Math.max(1, Long.highestOneBit(SEGMENT_BYTES / blockBytes));
            this.segmentShift = shift + Integer.numberOfTrailingZeros(blocks);
            int segments = Math.toIntExact((file.rows() >> segmentShift) + 1);
            this.bytes = new ByteBuffer[segments];
            this.doubles = new DoubleBuffer[segments];
            this.checked = new boolean[file.sums().length];
            long rowBytes = (long) Double.BYTES * file.width();
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                for (int s = 0; s < segments; s++) {
                    long from = (long) s << segmentShift;
                    long rows = Math.min(file.rows() - from, 1L << segmentShift);
                    bytes[s] = channel.map(
                                    FileChannel.MapMode.READ_ONLY, RowFile.HEADER + from * rowBytes, rows * rowBytes)
                            .order(ByteOrder.LITTLE_ENDIAN);
                    doubles[s] = bytes[s].asDoubleBuffer();
                }
            }
        }

        DoubleBuffer segment(int row) {
            int block = row >> shift;
            if (!checked[block]) {
                check(block);
            }
            return doubles[row >> segmentShift];
        }

        int place(int row) {
            return (row & ((1 << segmentShift) - 1)) * file.width();
        }

        private void check(int block) {
            int row = block << shift;
            long rows = Math.min(file.rows() - row, 1L << shift);
            int from = place(row) * Double.BYTES;
            ByteBuffer own = bytes[row >> segmentShift]
                    .duplicate()
                    .position(from)
                    .limit(from + Math.toIntExact(rows * file.width() * Double.BYTES));
            if (RowFile.sum(own) != file.sums()[block]) {
                throw new DataException(path + ": is damaged in rows " + (row + 1) + " to " + (row + rows)
                        + "; delete it, and it is made again from the table");
            }
            checked[block] = true;
        }
    }
}
