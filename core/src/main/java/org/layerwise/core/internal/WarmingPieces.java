package org.layerwise.core.internal;

import java.util.function.Supplier;

/** Pieces in plain Java at first, in vectors later. */
final class WarmingPieces implements PieceMethod {
    /** So many multiplications are done plainly, some tenths of a second: about what the JIT compiler needs for the others. */
    static final long COLD = 1 << 28;

    private final Warming<PieceMethod> pieces;

    /** @param later makes those in vectors; may be asked more than once */
    WarmingPieces(PieceMethod cold, Supplier<PieceMethod> later) {
        this.pieces = new Warming<>(cold, later, COLD);
    }

    @Override
    public void multiply(Product product, int top, int bottom, int left, int right) {
        long work = (long) (bottom - top) * (right - left) * product.inner;
        pieces.of(work).multiply(product, top, bottom, left, right);
    }
}
