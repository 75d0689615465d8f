package org.layerwise.core.internal;

/** Products over an inner index of at most {@value #MOST}: whole rows at once, on the operands as they are. */
final class ShortSums {
    private static final int MOST = 4;

    private ShortSums() {}

    static boolean take(Product p) {
        return p.form != Form.RIGHT_TRANSPOSED && p.k <= MOST;
    }

    static void multiply(TileKernel kernel, Product p, int top, int bottom, int left, int right) {
        for (int i = top; i < bottom; i++) {
            kernel.shortRow(
                    p.a,
                    i * p.leftRowStride(),
                    p.leftStride(),
                    p.k,
                    p.b,
                    left,
                    p.n,
                    right - left,
                    p.alpha,
                    p.beta,
                    p.c,
                    i * p.n + left);
        }
    }
}
