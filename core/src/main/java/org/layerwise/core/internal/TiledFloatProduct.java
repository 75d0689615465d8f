package org.layerwise.core.internal;

/**
 * The product of single-precision operands in Java: tiles of the destination, each a sum over a block of the inner
 * index in single precision; the blocks are added, in order and in double precision, in the destination.
 *
 * <p>Every entry of the result is the same sequence of operations whatever the kernel, the size of its tiles and the
 * cuts. Within a block of {@value FloatTiling#BLOCK}, {@code s = fma(a, b, s)} from 0 in ascending order and single
 * precision; then, in double precision, {@code c = alpha s} for the first block, or {@code c = fma(alpha, s, beta c)}
 * where beta is not 0, and {@code c = fma(alpha, s, c)} for the others. Where {@link FloatCut} cuts the inner index, the
 * same is done in each section with alpha 1 and beta 0, the sections are added in order, and then alpha and beta are
 * applied.
 */
final class TiledFloatProduct implements FloatPieces {
    private final ThreadLocal<FloatTiling> tilings;

    TiledFloatProduct(FloatKernel kernel) {
        this.tilings = ThreadLocal.withInitial(() -> new FloatTiling(kernel));
    }

    /** A product {@code a bᵀ} that is wider than high is computed as the transpose of {@code b aᵀ}: less to pack. */
    @Override
    public void multiply(FloatProduct product, int top, int bottom, int left, int right) {
        FloatTiling tiling = tilings.get();
        if (product.form == Form.RIGHT_TRANSPOSED && bottom - top < right - left) {
            tiling.setTransposed(product);
            tiling.run(left, right, top, bottom);
        } else {
            tiling.set(product);
            tiling.run(top, bottom, left, right);
        }
        tiling.clear();
    }
}
