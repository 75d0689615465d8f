package org.layerwise.core.internal;

/** Hands each piece of a product to the native implementation. */
final class NativePieces implements PieceMethod {
    private final NativeProduct implementation;

    NativePieces(NativeProduct implementation) {
        this.implementation = implementation;
    }

    @Override
    public void multiply(Product p, int top, int bottom, int left, int right) {
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
