package org.layerwise.dataio.internal;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.layerwise.dataio.FeatureStore;

/** Features as unsigned bytes, an eighth of the memory, with a table that says what each byte stands for. */
public final class ByteStore implements BatchStore {
    private final int rows;
    private final int columns;
    private final byte[] values;
    private final double[] table;

    /** Bytes that stand for 0 … 255. */
    public ByteStore(int rows, int columns, byte[] values) {
        this(rows, columns, values, identity());
    }

    private ByteStore(int rows, int columns, byte[] values, double[] table) {
        if (values.length != (long) rows * columns) {
            throw new IllegalArgumentException(rows + "x" + columns + " does not fit " + values.length + " bytes");
        }
        this.rows = rows;
        this.columns = columns;
        this.values = values;
        this.table = table;
    }

    private static double[] identity() {
        double[] table = new double[256];
        Arrays.setAll(table, i -> i);
        return table;
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
    public int bytesPerValue() {
        return 1;
    }

    @Override
    public Object holder() {
        return values;
    }

    @Override
    public double get(int row, int column) {
        return table[values[row * columns + column] & 0xff];
    }

    @Override
    public void scatter(int row, int from, int to, double[] destination, int offset, int stride) {
        int start = row * columns;
        for (int c = from, at = offset; c < to; c++, at += stride) {
            destination[at] = table[values[start + c] & 0xff];
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
            destination[at] = table[values[a + i] & 0xff];
            destination[at + 1] = table[values[b + i] & 0xff];
            destination[at + 2] = table[values[c + i] & 0xff];
            destination[at + 3] = table[values[d + i] & 0xff];
            destination[at + 4] = table[values[e + i] & 0xff];
            destination[at + 5] = table[values[f + i] & 0xff];
            destination[at + 6] = table[values[g + i] & 0xff];
            destination[at + 7] = table[values[h + i] & 0xff];
        }
    }

    @Override
    public FeatureStore map(int[] chosen, DoubleUnaryOperator function) {
        double[] mapped = Arrays.stream(table).map(function).toArray();
        if (isAll(chosen)) {
            return new ByteStore(rows, columns, values, mapped);
        }
        byte[] kept = new byte[Math.multiplyExact(chosen.length, columns)];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(values, chosen[i] * columns, kept, i * columns, columns);
        }
        return new ByteStore(chosen.length, columns, kept, mapped);
    }

    /** All rows in their order share the bytes: nobody writes to them. */
    private boolean isAll(int[] chosen) {
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i] != i) {
                return false;
            }
        }
        return chosen.length == rows;
    }
}
