package org.layerwise.core.internal;

/**
 * The innermost parts of products in single precision. All kernels give the same bits: each entry of a tile is
 * {@code fma(left, right, …)} over the inner index in ascending order, from 0, in single precision; everything else is
 * done in double precision.
 */
interface FloatKernel {
    /** The most rows of a tile. */
    int rows();

    /** The most columns of a tile, and the distance between its rows. */
    int columns();

    /** The right operand must be readable up to the next multiple of this many columns. */
    int granule();

    /** What it is, for the record of a run. */
    String name();

    /**
     * Writes {@code tile[r * columns() + c] = Σ left[leftOffset + r rowStride + p leftStride] right[rightOffset + p
     * rightStride + c]} over p from 0 to {@code inner − 1}; columns beyond {@code columns} and rows beyond {@code rows}
     * may be written too.
     */
    void multiply(
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
            float[] tile);

    /** {@code c[to + i] = alpha from[at + i]}, or {@code fma(alpha, from[at + i], beta c[to + i])} where beta is not 0. */
    void merge(float[] from, int at, double[] c, int to, int count, double alpha, double beta);

    /**
     * {@code to[i]} is the float nearest to {@code from[i]}, for i from {@code start} to before {@code end}: infinite
     * beyond the largest float, and 0 where its absolute value would be below the smallest normal float, because
     * processors take a hundred times as long for subnormal ones.
     */
    void narrow(double[] from, float[] to, int start, int end);
}
