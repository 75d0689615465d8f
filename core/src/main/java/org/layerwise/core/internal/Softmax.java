package org.layerwise.core.internal;

import java.util.Arrays;

/**
 * Softmax and its logarithm over some columns of a matrix, row by row, since a walk down a column uses one number of each
 * line of the cache. What each column has of its own, its maximum and its sum, is kept here; one for each thread.
 *
 * <p>The order of additions within a column is that of its rows, whatever the columns beside it.
 */
final class Softmax {
    /** The most columns at once. */
    static final int WIDTH = 512;
    /** So many numbers stay in the first-level cache from one loop to the next. */
    private static final int BLOCK = 1024;

    private static final ThreadLocal<Softmax> OWN = ThreadLocal.withInitial(Softmax::new);

    private final double[] first = new double[WIDTH];
    private final double[] second = new double[WIDTH];
    private final double[] block = new double[BLOCK];

    private Softmax() {}

    /** That of this thread. */
    static Softmax own() {
        return OWN.get();
    }

    /** {@code a = e^(z − max z) / Σ e^(z − max z)} for the columns from {@code left} to before {@code right}. */
    void apply(double[] z, double[] a, int stride, int left, int right) {
        int width = right - left;
        int rows = z.length / stride;
        RowLoops loops = RowLoops.chosen(z.length);
        maxima(loops, z, stride, left, rows, width);
        clear(second, width);
        int height = Math.max(1, BLOCK / width);
        for (int i = 0; i < rows; i += height) {
            int count = Math.min(height, rows - i);
            int at = left + i * stride;
            loops.subtract(z, at, stride, count, width, first, a, at, stride);
            exp(a, at, stride, count, width);
            loops.add(a, at, stride, count, width, second);
        }
        for (int j = 0; j < width; j++) {
            second[j] = 1 / second[j];
        }
        loops.scale(a, left, stride, rows, width, second);
    }

    /** {@code dZ = a (dA − Σ a dA)}. */
    void differentiate(double[] a, double[] dA, double[] dZ, int stride, int left, int right) {
        int width = right - left;
        int rows = a.length / stride;
        RowLoops loops = RowLoops.chosen(a.length);
        clear(first, width);
        loops.addProducts(a, dA, left, stride, rows, width, first);
        loops.centre(a, dA, left, stride, rows, width, first, dZ);
    }

    /** {@code a = z − max z − ln Σ e^(z − max z)}. */
    void applyLogarithm(double[] z, double[] a, int stride, int left, int right) {
        int width = right - left;
        int rows = z.length / stride;
        RowLoops loops = RowLoops.chosen(z.length);
        maxima(loops, z, stride, left, rows, width);
        clear(second, width);
        int height = Math.max(1, BLOCK / width);
        for (int i = 0; i < rows; i += height) {
            int count = Math.min(height, rows - i);
            loops.subtract(z, left + i * stride, stride, count, width, first, block, 0, width);
            exp(block, 0, width, count, width);
            loops.add(block, 0, width, count, width, second);
        }
        ArrayFunctions.chosen().log(second, second, 0, width);
        for (int i = 0; i < rows; i += height) {
            int count = Math.min(height, rows - i);
            int at = left + i * stride;
            loops.subtract(z, at, stride, count, width, first, a, at, stride);
            loops.subtract(a, at, stride, count, width, second, a, at, stride);
        }
    }

    /** {@code dZ = dA − eᵃ Σ dA}. */
    void differentiateLogarithm(double[] a, double[] dA, double[] dZ, int stride, int left, int right) {
        int width = right - left;
        int rows = a.length / stride;
        RowLoops loops = RowLoops.chosen(a.length);
        clear(first, width);
        loops.add(dA, left, stride, rows, width, first);
        int height = Math.max(1, BLOCK / width);
        for (int i = 0; i < rows; i += height) {
            int count = Math.min(height, rows - i);
            int at = left + i * stride;
            for (int r = 0; r < count; r++) {
                System.arraycopy(a, at + r * stride, block, r * width, width);
            }
            exp(block, 0, width, count, width);
            loops.subtractShares(block, dA, at, stride, count, width, first, dZ);
        }
    }

    private void maxima(RowLoops loops, double[] z, int stride, int left, int rows, int width) {
        Arrays.fill(first, 0, width, Double.NEGATIVE_INFINITY);
        loops.max(z, left, stride, rows, width, first);
    }

    private static void clear(double[] sums, int width) {
        Arrays.fill(sums, 0, width, 0);
    }

    private static void exp(double[] x, int at, int stride, int rows, int width) {
        ArrayFunctions functions = ArrayFunctions.chosen();
        if (width == stride) {
            functions.exp(x, x, at, at + rows * width);
            return;
        }
        for (int row = at; row < at + rows * stride; row += stride) {
            functions.exp(x, x, row, row + width);
        }
    }
}
