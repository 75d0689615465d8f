package org.layerwise.dataio.internal;

import org.layerwise.core.DenseMatrix;

/** Features as doubles in one array, row by row. */
public final class DoubleStore implements BatchStore {
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

    @Override
    public void transposeEight(Rows order, int[] examples, int from, double[] destination, int offset, int stride) {
        int a = order.at(examples[from]) * columns;
        int b = order.at(examples[from + 1]) * columns;
        int c = order.at(examples[from + 2]) * columns;
        int d = order.at(examples[from + 3]) * columns;
        int e = order.at(examples[from + 4]) * columns;
        int f = order.at(examples[from + 5]) * columns;
        int g = order.at(examples[from + 6]) * columns;
        int h = order.at(examples[from + 7]) * columns;
        for (int i = 0, at = offset; i < columns; i++, at += stride) {
            destination[at] = values[a + i];
            destination[at + 1] = values[b + i];
            destination[at + 2] = values[c + i];
            destination[at + 3] = values[d + i];
            destination[at + 4] = values[e + i];
            destination[at + 5] = values[f + i];
            destination[at + 6] = values[g + i];
            destination[at + 7] = values[h + i];
        }
    }
}
