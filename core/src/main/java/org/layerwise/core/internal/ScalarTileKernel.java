package org.layerwise.core.internal;

import java.util.Arrays;

/** A kernel in plain Java: four steps of the inner index at a time over rows that the JIT compiler vectorizes. */
final class ScalarTileKernel implements TileKernel {
    private static final int ROWS = 8;
    private static final int COLUMNS = 256;

    @Override
    public int rows() {
        return ROWS;
    }

    @Override
    public int columns() {
        return COLUMNS;
    }

    @Override
    public int granule() {
        return 1;
    }

    @Override
    public String name() {
        return "plain Java";
    }

    @Override
    public void multiply(
            double[] left,
            int leftOffset,
            int rowStride,
            int leftStride,
            int rows,
            double[] right,
            int rightOffset,
            int rightStride,
            int columns,
            int inner,
            double[] tile) {
        for (int r = 0; r < rows; r++) {
            int from = leftOffset + r * rowStride;
            int to = r * COLUMNS;
            Arrays.fill(tile, to, to + columns, 0);
            int p = 0;
            for (; p + 4 <= inner; p += 4) {
                int at = from + p * leftStride;
                addFour(
                        left[at],
                        left[at + leftStride],
                        left[at + 2 * leftStride],
                        left[at + 3 * leftStride],
                        right,
                        rightOffset + p * rightStride,
                        rightStride,
                        tile,
                        to,
                        columns);
            }
            for (; p < inner; p++) {
                addOne(left[from + p * leftStride], right, rightOffset + p * rightStride, tile, to, columns);
            }
        }
    }

    private static void addFour(
            double l0,
            double l1,
            double l2,
            double l3,
            double[] right,
            int offset,
            int stride,
            double[] tile,
            int to,
            int columns) {
        int r1 = offset + stride;
        int r2 = r1 + stride;
        int r3 = r2 + stride;
        for (int c = 0; c < columns; c++) {
            double sum = Math.fma(l1, right[r1 + c], Math.fma(l0, right[offset + c], tile[to + c]));
            tile[to + c] = Math.fma(l3, right[r3 + c], Math.fma(l2, right[r2 + c], sum));
        }
    }

    private static void addOne(double l, double[] right, int offset, double[] tile, int to, int columns) {
        for (int c = 0; c < columns; c++) {
            tile[to + c] = Math.fma(l, right[offset + c], tile[to + c]);
        }
    }
}
