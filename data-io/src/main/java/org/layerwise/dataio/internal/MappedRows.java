package org.layerwise.dataio.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.FeatureStore;

/**
 * Some columns of the rows of a file, mapped into memory, so that nothing of them lies on the heap. A converted file's
 * blocks have check sums, each of which is looked at when the block is first read.
 */
final class MappedRows implements FeatureStore {
    private final Mapping mapping;
    private final int first;
    private final int columns;

    private MappedRows(Mapping mapping, int first, int columns) {
        this.mapping = mapping;
        this.first = first;
        this.columns = columns;
    }

    /** The features and the targets of a converted file. */
    static RowStore.Stored open(Path path, RowFile file) throws IOException {
        Layout layout =
                new Layout(RowFile.HEADER, (int) file.rows(), file.width(), file.elements(), ByteOrder.LITTLE_ENDIAN);
        Mapping mapping = new Mapping(path, layout, file.sums());
        return new RowStore.Stored(
                new MappedRows(mapping, 0, file.features()),
                new MappedRows(mapping, file.features(), file.width() - file.features()));
    }

    /** All columns of rows that lie in a file as they are. */
    static MappedRows open(Path path, Layout layout) throws IOException {
        return new MappedRows(new Mapping(path, layout, new int[0]), 0, layout.width());
    }

    /**
     * How rows lie in a file.
     *
     * @param offset of the first one, in bytes
     * @param width elements of each
     */
    record Layout(long offset, int rows, int width, Elements elements, ByteOrder order) {
        long rowBytes() {
            return (long) width * elements.size();
        }
    }

    @Override
    public int rows() {
        return mapping.layout.rows();
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
    public int bytesPerValue() {
        return mapping.elements.size();
    }

    @Override
    public double get(int row, int column) {
        ByteBuffer segment = mapping.segment(row);
        int place = mapping.place(row) + (first + column) * mapping.elements.size();
        try {
            return mapping.elements.at(segment, place);
        } catch (InternalError e) {
            throw mapping.gone(e);
        }
    }

    @Override
    public void scatter(int row, int from, int to, double[] destination, int offset, int stride) {
        ByteBuffer segment = mapping.segment(row);
        int place = mapping.place(row) + (first + from) * mapping.elements.size();
        try {
            mapping.elements.copy(segment, place, destination, offset, stride, to - from);
        } catch (InternalError e) {
            throw mapping.gone(e);
        }
    }

    /** The mapped pieces of a file, each a power of two of rows. */
    private static final class Mapping {
        private static final int SEGMENT_BYTES = 1 << 29;
        /** After so many reads the file is looked at: often enough to notice a change within an epoch. */
        private static final int WATCHED_EVERY = 1 << 16;

        private final Path path;
        private final Layout layout;
        private final Elements elements;
        private final int segmentShift;
        private final ByteBuffer[] segments;
        private final int blockShift;
        private final int[] sums;
        private final boolean[] checked;
        private final BasicFileAttributes opened;
        /** Counted without care for other threads: roughly how often is enough. */
        private int reads;

        /** @param sums the check sum of each block of rows; empty where there are none */
        Mapping(Path path, Layout layout, int[] sums) throws IOException {
            this.path = path;
            this.layout = layout;
            this.elements = layout.elements();
            long rowBytes = Math.max(1, layout.rowBytes());
            if (rowBytes > SEGMENT_BYTES) {
                throw new DataException(
                        path + ": an example takes " + rowBytes + " bytes; at most " + SEGMENT_BYTES + " are read");
            }
            this.blockShift = RowFile.blockShift(rowBytes);
            this.segmentShift = 31 - Integer.numberOfLeadingZeros((int) Math.max(1, SEGMENT_BYTES / rowBytes));
            this.sums = sums;
            this.checked = new boolean[sums.length];
            this.opened = attributes();
            this.segments = new ByteBuffer[(layout.rows() >> segmentShift) + 1];
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                for (int s = 0; s < segments.length; s++) {
                    segments[s] = map(channel, (long) s << segmentShift);
                }
            }
        }

        private ByteBuffer map(FileChannel channel, long row) throws IOException {
            long bytes = Math.min(layout.rows() - row, 1L << segmentShift) * layout.rowBytes();
            long from = layout.offset() + row * layout.rowBytes();
            if (from + bytes > channel.size()) {
                throw new IOException("it has " + channel.size() + " bytes instead of " + (from + bytes));
            }
            return channel.map(FileChannel.MapMode.READ_ONLY, from, bytes).order(layout.order());
        }

        /** The piece that holds a row. */
        ByteBuffer segment(int row) {
            if ((++reads & WATCHED_EVERY - 1) == 0) {
                requireUnchanged();
            }
            if (sums.length > 0 && !checked[row >> blockShift]) {
                check(row >> blockShift);
            }
            return segments[row >> segmentShift];
        }

        /** Where a row begins in its piece. */
        int place(int row) {
            return (row & ((1 << segmentShift) - 1)) * (int) layout.rowBytes();
        }

        /** A file that was deleted, or whose name another one bears now, stays mapped as it was. */
        private void requireUnchanged() {
            if (Files.notExists(path)) {
                return;
            }
            try {
                BasicFileAttributes now = attributes();
                boolean same = Objects.equals(now.fileKey(), opened.fileKey());
                if (same && !now.lastModifiedTime().equals(opened.lastModifiedTime())) {
                    throw new DataException(
                            path + ": was changed while it was read; start again when nobody writes to it");
                }
            } catch (IOException e) {
                throw new DataException(path + ": can't be looked at any more, while it is read", e);
            }
        }

        private BasicFileAttributes attributes() throws IOException {
            return Files.readAttributes(path, BasicFileAttributes.class);
        }

        /** The file was shortened since it was opened: what lies behind its end can't be read. */
        DataException gone(InternalError e) {
            return new DataException(path + ": was changed, or its disk failed, while it was read", e);
        }

        private void check(int block) {
            int row = block << blockShift;
            long rows = Math.min(layout.rows() - row, 1L << blockShift);
            int from = place(row);
            ByteBuffer own = segments[row >> segmentShift]
                    .duplicate()
                    .position(from)
                    .limit(from + Math.toIntExact(rows * layout.rowBytes()));
            if (RowFile.sum(own) != sums[block]) {
                throw new DataException(path + ": is damaged in rows " + (row + 1) + " to " + (row + rows)
                        + "; delete it, and it is made again from the table");
            }
            checked[block] = true;
        }
    }
}
