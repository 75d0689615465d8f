package org.layerwise.core.internal;

/**
 * Hands each piece of a product to the native implementation, except those that are quicker in Java: tiny ones, for
 * which the call costs more than the work, and, where there are vectors, skinny ones. The first that is not loads it.
 *
 * <p>A large piece that is higher than wide is computed as its transpose: OpenBLAS was measured to be a fifth quicker
 * with the longer side of the destination contiguous, and turning the result costs less.
 */
final class NativePieces implements PieceMethod {
    private static final long SMALL = 1 << 17;
    private static final long TINY = 1 << 13;
    /** From so many multiplications on a high piece is computed as its transpose. */
    private static final long WORTH_TURNING = 1 << 25;

    private final LateNative implementation;
    private final PieceMethod inJava;
    private final boolean vectors;
    private final ThreadLocal<Turned> turned = ThreadLocal.withInitial(Turned::new);

    NativePieces(LateNative implementation, PieceMethod inJava, boolean vectors) {
        this.implementation = implementation;
        this.inJava = inJava;
        this.vectors = vectors;
    }

    @Override
    public void multiply(Product p, int top, int bottom, int left, int right) {
        if (isQuickerInJava(p) || !implementation.isReady()) {
            inJava.multiply(p, top, bottom, left, right);
            return;
        }
        p.spreadShifts(top, bottom, left, right);
        if (bottom - top > right - left && (long) (bottom - top) * (right - left) * p.inner >= WORTH_TURNING) {
            callTurned(p, top, bottom, left, right);
        } else {
            call(p, top, bottom, left, right);
        }
    }

    private boolean isQuickerInJava(Product p) {
        long size = p.size();
        if (vectors) {
            return size <= SMALL || Cuts.isSkinny(p.m, p.n, p.k);
        }
        return size <= TINY && (Dots.take(p) || InPlace.take(p));
    }

    private void call(Product p, int top, int bottom, int left, int right) {
        implementation
                .product()
                .multiply(
                        p.form,
                        bottom - top,
                        right - left,
                        p.inner,
                        p.alpha,
                        p.a,
                        top * p.leftRowStride() + p.innerStart * p.leftStride(),
                        p.form == Form.LEFT_TRANSPOSED ? p.m : p.k,
                        p.b,
                        left * p.rightColumnStride() + p.innerStart * p.rightStride(),
                        p.form == Form.RIGHT_TRANSPOSED ? p.k : p.n,
                        p.beta,
                        p.c,
                        top * p.n + left,
                        p.n);
    }

    private void callTurned(Product p, int top, int bottom, int left, int right) {
        Turned result = turned.get();
        implementation
                .product()
                .multiplyTransposed(
                        p.form,
                        bottom - top,
                        right - left,
                        p.inner,
                        p.a,
                        top * p.leftRowStride() + p.innerStart * p.leftStride(),
                        p.form == Form.LEFT_TRANSPOSED ? p.m : p.k,
                        p.b,
                        left * p.rightColumnStride() + p.innerStart * p.rightStride(),
                        p.form == Form.RIGHT_TRANSPOSED ? p.k : p.n,
                        result.values(bottom - top, right - left));
        result.mergeInto(p, top, bottom, left, right);
    }
}
