package org.layerwise.core.internal;

/**
 * The innermost part of a product: a tile of {@code left right}, whole rows of it at a time.
 *
 * <p>Each entry of the tile is {@code fma(left, right, …)} over the inner index in ascending order, from 0: so all
 * kernels give the same bits.
 */
interface TileKernel {
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
            double[] tile);
}
