package org.layerwise.core.internal;

/**
 * Sums of rows, in eight parts whose additions do not wait for each other: part l over the indices p with
 * {@code p mod 8 = l} in ascending order, then {@code ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7))}, so that all
 * kernels give the same bits.
 */
public final class RowSums {
    private static final int SIDE = DotKernel.SIDE;
    private static final int LANES = DotKernel.LANES;

    private static final ThreadLocal<RowSums> OWN =
            ThreadLocal.withInitial(() -> new RowSums(Acceleration.kernels().dots()));

    private final DotKernel kernel;
    private final double[] parts = new double[SIDE * LANES];

    RowSums(DotKernel kernel) {
        this.kernel = kernel;
    }

    /** {@code sums[i] = factor Σ x[i columns + j]} over j, for each row. */
    public static void of(double[] x, int rows, int columns, double factor, double[] sums) {
        OWN.get().sum(x, rows, columns, factor, sums);
    }

    void sum(double[] x, int rows, int columns, double factor, double[] sums) {
        int i = 0;
        for (; i + SIDE <= rows; i += SIDE) {
            kernel.sum(x, i * columns, columns, columns / LANES, parts);
            for (int r = 0; r < SIDE; r++) {
                sums[i + r] = factor * total(x, (i + r) * columns, columns, r * LANES);
            }
        }
        for (; i < rows; i++) {
            kernel.sum(x, i * columns, 0, columns / LANES, parts);
            sums[i] = factor * total(x, i * columns, columns, 0);
        }
    }

    private double total(double[] x, int row, int columns, int from) {
        int whole = columns / LANES * LANES;
        for (int l = 0; whole + l < columns; l++) {
            parts[from + l] += x[row + whole + l];
        }
        return Dots.total(parts, from);
    }
}
