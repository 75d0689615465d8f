package org.layerwise.core.internal;

/**
 * Eight or sixteen sums of products at a time, over whole blocks of {@value #LANES} indices.
 *
 * <p>Each is kept in eight parts, the indices taken in turn, whatever the width of the processor's vectors: so all
 * kernels give the same bits.
 */
interface DotKernel {
    /** The parts of a sum. */
    int LANES = 8;

    /** Rows of x, and rows of y, that are multiplied at a time. */
    int SIDE = 4;

    /** Rows of y that are multiplied at a time with a single row of x. */
    int WIDE = 8;

    /**
     * Writes {@code parts[(4r + c) 8 + l] = Σ x[x_r + 8i + l] y[y_c + 8i + l]} over i from 0 to {@code blocks − 1} in
     * ascending order, each step an fma, from 0.
     */
    void multiply(
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
            double[] parts);

    /** The same for two rows of y: {@code parts[(2r + c) 8 + l]}. */
    void multiplyByTwo(
            double[] x, int x0, int x1, int x2, int x3, double[] y, int y0, int y1, int blocks, double[] parts);

    /**
     * The same for one row of x, and eight of y that begin at {@code y0 + min(c, last) stride}: {@code parts[8c + l]}.
     */
    void multiplyOne(double[] x, int x0, double[] y, int y0, int stride, int last, int blocks, double[] parts);

    /**
     * Writes {@code parts[8r + l] = Σ x[from + r columns + 8i + l]} over i from 0 to {@code blocks − 1} in ascending
     * order, for four rows.
     */
    void sum(double[] x, int from, int columns, int blocks, double[] parts);
}
