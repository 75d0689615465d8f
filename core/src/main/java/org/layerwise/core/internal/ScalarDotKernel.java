package org.layerwise.core.internal;

/** In plain Java: each sum's parts beside each other, whose additions do not wait for each other. */
final class ScalarDotKernel implements DotKernel {
    @Override
    public void multiply(
            double[] x,
            int x0,
            int x1,
            int x2,
            int x3,
            double[] y,
            int y0,
            int y1,
            int y2,
            int y3,
            int blocks,
            double[] parts) {
        for (int r = 0; r < SIDE; r++) {
            int from = r == 0 ? x0 : r == 1 ? x1 : r == 2 ? x2 : x3;
            sum(x, from, y, y0, blocks, parts, r * SIDE * LANES);
            sum(x, from, y, y1, blocks, parts, (r * SIDE + 1) * LANES);
            sum(x, from, y, y2, blocks, parts, (r * SIDE + 2) * LANES);
            sum(x, from, y, y3, blocks, parts, (r * SIDE + 3) * LANES);
        }
    }

    @Override
    public void multiplyByTwo(
            double[] x, int x0, int x1, int x2, int x3, double[] y, int y0, int y1, int blocks, double[] parts) {
        for (int r = 0; r < SIDE; r++) {
            int from = r == 0 ? x0 : r == 1 ? x1 : r == 2 ? x2 : x3;
            sum(x, from, y, y0, blocks, parts, 2 * r * LANES);
            sum(x, from, y, y1, blocks, parts, (2 * r + 1) * LANES);
        }
    }

    @Override
    public void multiplyOne(double[] x, int x0, double[] y, int y0, int stride, int last, int blocks, double[] parts) {
        for (int c = 0; c < WIDE; c++) {
            sum(x, x0, y, y0 + Math.min(c, last) * stride, blocks, parts, c * LANES);
        }
    }

    @Override
    public void sum(double[] x, int from, int columns, int blocks, double[] parts) {
        for (int r = 0; r < SIDE; r++) {
            sum(x, from + r * columns, blocks, parts, r * LANES);
        }
    }

    private static void sum(double[] x, int from, int blocks, double[] parts, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        for (int i = 0, p = from; i < blocks; i++, p += LANES) {
            s0 += x[p];
            s1 += x[p + 1];
            s2 += x[p + 2];
            s3 += x[p + 3];
            s4 += x[p + 4];
            s5 += x[p + 5];
            s6 += x[p + 6];
            s7 += x[p + 7];
        }
        store(s0, s1, s2, s3, s4, s5, s6, s7, parts, to);
    }

    private static void sum(double[] x, int x0, double[] y, int y0, int blocks, double[] parts, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        for (int i = 0, p = x0, q = y0; i < blocks; i++, p += LANES, q += LANES) {
            s0 = Math.fma(x[p], y[q], s0);
            s1 = Math.fma(x[p + 1], y[q + 1], s1);
            s2 = Math.fma(x[p + 2], y[q + 2], s2);
            s3 = Math.fma(x[p + 3], y[q + 3], s3);
            s4 = Math.fma(x[p + 4], y[q + 4], s4);
            s5 = Math.fma(x[p + 5], y[q + 5], s5);
            s6 = Math.fma(x[p + 6], y[q + 6], s6);
            s7 = Math.fma(x[p + 7], y[q + 7], s7);
        }
        store(s0, s1, s2, s3, s4, s5, s6, s7, parts, to);
    }

    private static void store(
            double s0,
            double s1,
            double s2,
            double s3,
            double s4,
            double s5,
            double s6,
            double s7,
            double[] parts,
            int to) {
        parts[to] = s0;
        parts[to + 1] = s1;
        parts[to + 2] = s2;
        parts[to + 3] = s3;
        parts[to + 4] = s4;
        parts[to + 5] = s5;
        parts[to + 6] = s6;
        parts[to + 7] = s7;
    }
}
