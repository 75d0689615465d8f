package org.layerwise.core.internal;

/**
 * Hands each piece of a product to the native implementation, except those that are quicker in Java: tiny ones, for
 * which the call costs more than the work, and, where there are vectors, skinny ones.
 */
final class NativePieces implements PieceMethod {
    private static final int SKINNY = 32;
    private static final long SMALL = 1 << 17;
    private static final long TINY = 1 << 13;

    private final NativeProduct implementation;
    private final PieceMethod inJava;
    private final boolean vectors;

    NativePieces(NativeProduct implementation, PieceMethod inJava, boolean vectors) {
        this.implementation = implementation;
        this.inJava = inJava;
        this.vectors = vectors;
    }

    @Override
    public void multiply(Product p, int top, int bottom, int left, int right) {
        if (isQuickerInJava(p)) {
            inJava.multiply(p, top, bottom, left, right);
        } else {
            call(p, top, bottom, left, right);
        }
    }

    private boolean isQuickerInJava(Product p) {
        long size = p.size();
        if (vectors) {
            return size <= SMALL || Math.min(Math.min(p.m, p.n), p.k) <= SKINNY;
        }
        return size <= TINY && (Dots.take(p) || ShortSums.take(p));
    }

    private void call(Product p, int top, int bottom, int left, int right) {
        implementation.multiply(
                p.form,
                bottom - top,
                right - left,
                p.k,
                p.alpha,
                p.a,
                top * p.leftRowStride(),
                p.form == Form.LEFT_TRANSPOSED ? p.m : p.k,
                p.b,
                left * p.rightColumnStride(),
                p.form == Form.RIGHT_TRANSPOSED ? p.k : p.n,
                p.beta,
                p.c,
                top * p.n + left,
                p.n);
    }
}
