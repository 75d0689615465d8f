package org.layerwise.dataio.internal;

import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.FeatureStore;

/** Features as doubles in one array, row by row. */
public final class DoubleStore implements FeatureStore {
    private final int rows;
    private final int columns;
    private final double[] values;

    public DoubleStore(DenseMatrix examples) {
        this.rows = examples.getRowDimension();
        this.columns = examples.getColumnDimension();
        this.values = examples.values();
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
        return values[row * columns + column];
    }

    @Override
    public void scatter(int row, int from, int to, double[] destination, int offset, int stride) {
        int start = row * columns;
        if (stride == 1) {
            System.arraycopy(values, start + from, destination, offset, to - from);
            return;
        }
        for (int c = from, at = offset; c < to; c++, at += stride) {
            destination[at] = values[start + c];
        }
    }
}
