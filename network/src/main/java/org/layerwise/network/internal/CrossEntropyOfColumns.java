package org.layerwise.network.internal;

import java.util.Arrays;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Elementary;

/**
 * The losses of some examples after a softmax, row by row; what each column has of its own is kept here, one for each
 * thread, so that nothing is allocated.
 */
final class CrossEntropyOfColumns {
    /** The most columns at once. */
    static final int WIDTH = 512;

    private static final ThreadLocal<CrossEntropyOfColumns> OWN = ThreadLocal.withInitial(CrossEntropyOfColumns::new);

    /** The largest z. */
    private final double[] largest = new double[WIDTH];
    /** The largest a. */
    private final double[] share = new double[WIDTH];
    /** The sum of the other a, then that by the largest, then {@code ln(1 + q)}. */
    private final double[] log = new double[WIDTH];

    /** The losses. */
    private final double[] sum = new double[WIDTH];
    /** Part of a row of z, for loops without an offset: only of those the JIT compiler makes vector instructions. */
    private final double[] z = new double[WIDTH];
    /** The same of a, then of y. */
    private final double[] other = new double[WIDTH];

    private CrossEntropyOfColumns() {}

    /** That of this thread. */
    static CrossEntropyOfColumns own() {
        return OWN.get();
    }

    /** {@code z_max} and {@code ln(1 + q)} of the columns from {@code left} on. */
    void logarithms(DenseMatrix preActivation, DenseMatrix activation, int left, int width) {
        Arrays.fill(largest, 0, width, Double.NEGATIVE_INFINITY);
        Arrays.fill(share, 0, width, 0);
        Arrays.fill(log, 0, width, 0);
        int columns = preActivation.getColumnDimension();
        for (int row = left; row < preActivation.values().length; row += columns) {
            System.arraycopy(preActivation.values(), row, z, 0, width);
            System.arraycopy(activation.values(), row, other, 0, width);
            takeIn(width);
        }
        for (int j = 0; j < width; j++) {
            log[j] /= share[j];
        }
        if (preActivation.getRowDimension() == 2) {
            Elementary.log1pOfUnit(log, log, 0, width); // the smaller part by the greater
        } else {
            Elementary.log1p(log, log, 0, width);
        }
    }

    private void takeIn(int width) {
        for (int j = 0; j < width; j++) {
            largest[j] = Math.max(largest[j], z[j]);
        }
        for (int j = 0; j < width; j++) {
            log[j] += Math.min(share[j], other[j]);
        }
        for (int j = 0; j < width; j++) {
            share[j] = Math.max(share[j], other[j]);
        }
    }

    /** {@code Σ (slope y + shift) (z_max − z + ln(1 + q))}. */
    void sum(
            DenseMatrix preActivation,
            DenseMatrix target,
            double slope,
            double shift,
            int left,
            int width,
            double[] sums) {
        Arrays.fill(sum, 0, width, 0);
        int columns = preActivation.getColumnDimension();
        for (int row = left; row < preActivation.values().length; row += columns) {
            System.arraycopy(preActivation.values(), row, z, 0, width);
            System.arraycopy(target.values(), row, other, 0, width);
            addRow(slope, shift, width);
        }
        for (int j = 0; j < width; j++) {
            sums[left + j] = Math.min(sum[j], Double.MAX_VALUE);
        }
    }

    private void addRow(double slope, double shift, int width) {
        for (int j = 0; j < width; j++) {
            double minusLog = Math.min(largest[j] - z[j], Double.MAX_VALUE) + log[j];
            sum[j] += (slope * other[j] + shift) * Math.min(minusLog, Double.MAX_VALUE) + 0 * z[j];
        }
    }
}
