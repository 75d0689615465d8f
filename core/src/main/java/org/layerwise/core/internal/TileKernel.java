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

    /** Whether a left operand that many tiles share is worth packing for {@link #multiplyPacked}. */
    default boolean packsLeft() {
        return false;
    }

    /**
     * The same for a whole row of {@link #columns()} and a left operand of which row r is at {@code left[leftOffset + p
     * rows() + r]}; what stands there for missing rows must be readable.
     */
    default void multiplyPacked(
            double[] left,
            int leftOffset,
            int rows,
            double[] right,
            int rightOffset,
            int rightStride,
            int inner,
            double[] tile) {
        multiply(left, leftOffset, 1, rows(), rows, right, rightOffset, rightStride, columns(), inner, tile);
    }
}
