package org.layerwise.core.internal;

import java.util.Arrays;

/** A kernel in plain Java: four steps of the inner index at a time over rows that the JIT compiler vectorizes. */
final class ScalarFloatKernel implements FloatKernel {
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
            float[] left,
            int leftOffset,
            int rowStride,
            int leftStride,
            int rows,
            float[] right,
            int rightOffset,
            int rightStride,
            int columns,
            int inner,
            float[] tile) {
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
            float l0,
            float l1,
            float l2,
            float l3,
            float[] right,
            int offset,
            int stride,
            float[] tile,
            int to,
            int columns) {
        int r1 = offset + stride;
        int r2 = r1 + stride;
        int r3 = r2 + stride;
        for (int c = 0; c < columns; c++) {
            float sum = Math.fma(l1, right[r1 + c], Math.fma(l0, right[offset + c], tile[to + c]));
            tile[to + c] = Math.fma(l3, right[r3 + c], Math.fma(l2, right[r2 + c], sum));
        }
    }

    private static void addOne(float l, float[] right, int offset, float[] tile, int to, int columns) {
        for (int c = 0; c < columns; c++) {
            tile[to + c] = Math.fma(l, right[offset + c], tile[to + c]);
        }
    }

    @Override
    public void merge(float[] from, int at, double[] c, int to, int count, double alpha, double beta) {
        mergePlainly(from, at, c, to, count, alpha, beta);
    }

    static void mergePlainly(float[] from, int at, double[] c, int to, int count, double alpha, double beta) {
        if (beta == 0) {
            for (int i = 0; i < count; i++) {
                c[to + i] = alpha * from[at + i];
            }
        } else {
            for (int i = 0; i < count; i++) {
                c[to + i] = Math.fma(alpha, from[at + i], beta * c[to + i]);
            }
        }
    }

    @Override
    public void narrow(double[] from, float[] to, int start, int end) {
        narrowPlainly(from, to, start, end);
    }

    static void narrowPlainly(double[] from, float[] to, int start, int end) {
        for (int i = start; i < end; i++) {
            float nearest = (float) from[i];
            to[i] = Math.abs(nearest) < Float.MIN_NORMAL ? 0 : nearest;
        }
    }
}
