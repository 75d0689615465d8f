package org.layerwise.core.internal;

/**
 * Products whose right operand stays in the caches: nothing is packed, and sums go straight from registers to the
 * destination. A right operand that is given transposed is turned first, where it is small.
 *
 * <p>Every entry is {@code s = fma(a, b, s)} in ascending order, from the row's shift or from 0, then {@code c = alpha s};
 * where the right operand is turned, alpha is multiplied into it.
 */
final class InPlace {
    /** The most entries of a right operand that is read as it lies. */
    private static final int NEAR = 1 << 15;
    /** The most entries of one that is turned. */
    private static final int TURNED = 1 << 12;

    private final InPlaceKernel kernel;
    private final Product plain = new Product();
    private double[] turned = {};

    InPlace(InPlaceKernel kernel) {
        this.kernel = kernel;
    }

    static boolean take(Product p) {
        return p.overwrites()
                && p.inner == p.k
                && (p.form == Form.RIGHT_TRANSPOSED ? turns(p.n, p.k) : isNear(p.n, p.k));
    }

    /** Whether a right operand of this shape is read as it lies. */
    static boolean isNear(int n, int k) {
        return k <= Tiling.BLOCK && (long) k * n <= NEAR;
    }

    /** Whether a transposed one is turned. */
    static boolean turns(int n, int k) {
        return k <= Tiling.BLOCK && (long) k * n <= TURNED;
    }

    void multiply(Product p, int top, int bottom, int left, int right) {
        if (p.form == Form.RIGHT_TRANSPOSED) {
            if (turned.length < p.k * p.n) {
                turned = new double[p.k * p.n];
            }
            Transposition.transpose(p.n, p.k, p.b, p.alpha, turned);
            plain.set(Form.PLAIN, p.m, p.n, p.k, 1, p.a, turned, 0, p.c);
            kernel.sum(plain, top, bottom, left, right);
            plain.clear();
            return;
        }
        kernel.sum(p, top, bottom, left, right);
        if (p.alpha != 1) {
            scale(p, top, bottom, left, right);
        }
    }

    private static void scale(Product p, int top, int bottom, int left, int right) {
        if (right - left == p.n) {
            scale(p.alpha, p.c, top * p.n, bottom * p.n);
            return;
        }
        for (int i = top; i < bottom; i++) {
            scale(p.alpha, p.c, i * p.n + left, i * p.n + right);
        }
    }

    private static void scale(double factor, double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] *= factor;
        }
    }
}
