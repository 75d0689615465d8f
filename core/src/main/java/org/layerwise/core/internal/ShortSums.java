package org.layerwise.core.internal;

/**
 * Products over a short inner index: whole rows at once, on the operands as they are. Beyond {@value #SHORTEST} this
 * pays where few rows share a right operand that stays in the first-level cache.
 */
final class ShortSums {
    private static final int SHORTEST = 4;
    private static final int SHORT = 32;
    private static final int FEW_ROWS = 16;
    private static final int CACHED = 1 << 12;

    private ShortSums() {}

    static boolean take(Product p) {
        return p.form != Form.RIGHT_TRANSPOSED
                && (p.k <= SHORTEST || (p.k <= SHORT && p.m <= FEW_ROWS && p.k * p.n <= CACHED));
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
