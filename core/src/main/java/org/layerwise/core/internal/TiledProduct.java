package org.layerwise.core.internal;

/**
 * The product in Java: {@link Dots} and {@link InPlace} where they pay, else tiles of the destination, each a sum over a
 * block of the inner index, the blocks added in order.
 *
 * <p>Every entry of the result is the same sequence of operations whatever the kernel, the size of its tiles and the
 * cuts. Within a block, {@code s = fma(a, b, s)} from 0 in ascending order; then {@code c = alpha s} for the first
 * block, or {@code c = fma(alpha, s, beta c)} where beta is not 0, and {@code c = fma(alpha, s, c)} for the others.
 * Where {@link CutProduct} cuts the inner index, the same is done in each section with alpha 1 and beta 0, the sections
 * are added in order, and then alpha and beta are applied.
 *
 * <p>A product {@code a bᵀ} that is wider than high is computed as the transpose of {@code b aᵀ}, because then the
 * smaller operand is the one to pack.
 */
final class TiledProduct implements PieceMethod {
    private final ThreadLocal<Tiling> tilings;
    private final ThreadLocal<Dots> dots;
    private final ThreadLocal<InPlace> inPlace;

    TiledProduct(Kernels kernels) {
        this.dots = ThreadLocal.withInitial(() -> new Dots(kernels.dots()));
        this.inPlace = ThreadLocal.withInitial(() -> new InPlace(kernels.inPlace()));
        this.tilings = ThreadLocal.withInitial(() -> new Tiling(kernels.tiles()));
    }

    @Override
    public void multiply(Product product, int top, int bottom, int left, int right) {
        if (Dots.take(product)) {
            dots.get().multiply(product, top, bottom, left, right);
        } else if (InPlace.take(product)) {
            inPlace.get().multiply(product, top, bottom, left, right);
        } else {
            product.spreadShifts(top, bottom, left, right);
            tiles(product, top, bottom, left, right);
        }
    }

    private void tiles(Product product, int top, int bottom, int left, int right) {
        Tiling tiling = tilings.get();
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
