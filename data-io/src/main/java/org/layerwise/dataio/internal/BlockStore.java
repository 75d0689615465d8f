package org.layerwise.dataio.internal;

import java.util.Arrays;
import java.util.List;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.FeatureStore;

/** Rows of doubles in blocks, so that a table grows without being copied; the last columns of a row may be targets. */
final class BlockStore implements FeatureStore, RowStore {
    private static final int MOST_SHIFT = 10;
    private static final int BLOCK_VALUES = 1 << 20;

    private final int columns;
    private final int width;
    private final int shift;
    private final int mask;
    private final Room room;
    private double[][] blocks = new double[0][];
    private int rows;

    /**
     * @param columns features of each row
     * @param width features and targets of each row
     * @param room tells when memory ends
     */
    BlockStore(int columns, int width, Room room) {
        this.room = room;
        this.columns = columns;
        this.width = width;
        this.shift = Math.min(MOST_SHIFT, 31 - Integer.numberOfLeadingZeros(Math.max(1, BLOCK_VALUES / width)));
        this.mask = (1 << shift) - 1;
    }

    @Override
    public int addRow() {
        int block = rows >> shift;
        if (block == blocks.length) {
            blocks = Arrays.copyOf(blocks, Math.max(8, 2 * block));
        }
        if ((rows & mask) == 0) {
            blocks[block] = block(Math.multiplyExact(width, 1 << shift));
        }
        return rows++;
    }

    private double[] block(int values) {
        long held = (long) Double.BYTES * rows * width;
        room.require(held + (long) Double.BYTES * values);
        try {
            return new double[values];
        } catch (OutOfMemoryError e) {
            blocks = new double[0][];
            throw room.full(held);
        }
    }

    @Override
    public void set(int row, int slot, double value) {
        blocks[row >> shift][(row & mask) * width + slot] = value;
    }

    /** Any value of a row, target or feature. */
    private double at(int row, int slot) {
        return blocks[row >> shift][(row & mask) * width + slot];
    }

    @Override
    public void renumber(int slot, int[] places) {
        for (int i = 0; i < rows; i++) {
            double index = at(i, slot);
            if (!Double.isNaN(index)) {
                set(i, slot, places[(int) index]);
            }
        }
    }

    @Override
    public Stored finish(List<Column> names) {
        double[][] targets = new double[width - columns][];
        Arrays.setAll(targets, t -> column(columns + t));
        return new Stored(this, new ColumnStore(rows, targets));
    }

    private double[] column(int slot) {
        double[] values = new double[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = at(i, slot);
        }
        return values;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public double get(int row, int column) {
        return at(row, column);
    }

    @Override
    public void scatter(int row, int from, int to, double[] destination, int offset, int stride) {
        double[] block = blocks[row >> shift];
        int start = (row & mask) * width;
        for (int c = from, at = offset; c < to; c++, at += stride) {
            destination[at] = block[start + c];
        }
    }
}
