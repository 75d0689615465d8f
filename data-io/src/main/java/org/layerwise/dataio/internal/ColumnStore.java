package org.layerwise.dataio.internal;

import org.layerwise.dataio.FeatureStore;

/** Values with each column contiguous, as targets are kept. */
public final class ColumnStore implements FeatureStore {
    private final int rows;
    private final double[][] values;

    /** @param values one array for each column, as long as there are rows */
    public ColumnStore(int rows, double[][] values) {
        this.rows = rows;
        this.values = values;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return values.length;
    }

    @Override
    public double get(int row, int column) {
        return values[column][row];
    }

    @Override
    public void scatter(int row, int from, int to, double[] destination, int offset, int stride) {
        for (int c = from, at = offset; c < to; c++, at += stride) {
            destination[at] = values[c][row];
        }
    }
}
