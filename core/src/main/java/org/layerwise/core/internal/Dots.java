package org.layerwise.core.internal;

/**
 * Small products {@code a bᵀ} over a long inner index, such as the weights' gradient of a tiny layer: eight sums at a
 * time, whose additions do not wait for each other, on the operands as they are.
 */
final class Dots {
    /** The most entries for which this pays. */
    private static final int MOST = 16;

    private static final int ROWS = 4;

    private Dots() {}

    static boolean take(Product p) {
        return p.form == Form.RIGHT_TRANSPOSED && (long) p.m * p.n <= MOST;
    }

    static void multiply(Product p, int top, int bottom, int left, int right) {
        int last = p.innerStart + p.inner;
        for (int start = p.innerStart; start < last; start += Tiling.BLOCK) {
            int end = Math.min(start + Tiling.BLOCK, last);
            if (bottom - top >= right - left) {
                blocks(p, p.a, top, bottom, p.n, p.b, left, right, 1, start, end);
            } else {
                blocks(p, p.b, left, right, 1, p.a, top, bottom, p.n, start, end);
            }
        }
    }

    /** The longer side, x, in fours, the other, y, in twos; the steps lead from one entry of c to the next. */
    private static void blocks(
            Product p,
            double[] x,
            int top,
            int bottom,
            int xStep,
            double[] y,
            int left,
            int right,
            int yStep,
            int start,
            int end) {
        for (int j = left; j < right; j += 2) {
            for (int i = top; i < bottom; i += ROWS) {
                int rows = Math.min(ROWS, bottom - i);
                int columns = Math.min(2, right - j);
                block(p, x, i * p.k, rows, xStep, y, j * p.k, columns, yStep, i * xStep + j * yStep, start, end);
            }
        }
    }

    /** Missing rows and columns are computed as copies of the last ones. */
    private static void block(
            Product p,
            double[] x,
            int x0,
            int rows,
            int xStep,
            double[] y,
            int y0,
            int columns,
            int yStep,
            int to,
            int start,
            int end) {
        int x1 = x0 + Math.min(1, rows - 1) * p.k;
        int x2 = x0 + Math.min(2, rows - 1) * p.k;
        int x3 = x0 + (rows - 1) * p.k;
        int y1 = y0 + (columns - 1) * p.k;
        double s00 = 0;
        double s01 = 0;
        double s10 = 0;
        double s11 = 0;
        double s20 = 0;
        double s21 = 0;
        double s30 = 0;
        double s31 = 0;
        for (int q = start; q < end; q++) {
            double r0 = y[y0 + q];
            double r1 = y[y1 + q];
            s00 = Math.fma(x[x0 + q], r0, s00);
            s01 = Math.fma(x[x0 + q], r1, s01);
            s10 = Math.fma(x[x1 + q], r0, s10);
            s11 = Math.fma(x[x1 + q], r1, s11);
            s20 = Math.fma(x[x2 + q], r0, s20);
            s21 = Math.fma(x[x2 + q], r1, s21);
            s30 = Math.fma(x[x3 + q], r0, s30);
            s31 = Math.fma(x[x3 + q], r1, s31);
        }
        boolean first = start == p.innerStart;
        int next = columns > 1 ? to + yStep : -1;
        store(p, s00, s01, to, next, first);
        if (rows > 1) {
            store(p, s10, s11, to + xStep, next < 0 ? -1 : next + xStep, first);
        }
        if (rows > 2) {
            store(p, s20, s21, to + 2 * xStep, next < 0 ? -1 : next + 2 * xStep, first);
        }
        if (rows > 3) {
            store(p, s30, s31, to + 3 * xStep, next < 0 ? -1 : next + 3 * xStep, first);
        }
    }

    private static void store(Product p, double s0, double s1, int to, int next, boolean first) {
        p.c[to] = merged(p, s0, p.c[to], first);
        if (next >= 0) {
            p.c[next] = merged(p, s1, p.c[next], first);
        }
    }

    private static double merged(Product p, double sum, double before, boolean first) {
        if (!first) {
            return Math.fma(p.alpha, sum, before);
        }
        return p.beta == 0 ? p.alpha * sum : Math.fma(p.alpha, sum, p.beta * before);
    }
}
