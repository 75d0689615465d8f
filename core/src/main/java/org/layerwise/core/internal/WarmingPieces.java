package org.layerwise.core.internal;

import java.util.function.Supplier;

/**
 * Pieces in plain Java at first, in vectors later, for the reason that {@link WarmingFunctions} has: both give the same
 * bits.
 */
final class WarmingPieces implements PieceMethod {
    /** So many multiplications are done plainly, some milliseconds of work. */
    static final long COLD = 1 << 23;

    private final PieceMethod cold;
    private final Supplier<PieceMethod> later;
    /** Counted without care for other threads: it decides on the speed, not on the result. */
    private long done;

    private PieceMethod now;

    /** @param later makes those in vectors; may be asked more than once */
    WarmingPieces(PieceMethod cold, Supplier<PieceMethod> later) {
        this.cold = cold;
        this.now = cold;
        this.later = later;
    }

    @Override
    public void multiply(Product product, int top, int bottom, int left, int right) {
        PieceMethod pieces = now;
        if (pieces == cold) {
            done += (long) (bottom - top) * (right - left) * product.inner;
            if (done > COLD) {
                pieces = later.get();
                now = pieces;
            }
        }
        pieces.multiply(product, top, bottom, left, right);
    }
}
