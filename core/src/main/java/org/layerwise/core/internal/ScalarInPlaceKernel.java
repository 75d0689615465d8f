package org.layerwise.core.internal;

import java.util.Arrays;

/** Row by row in the destination, in loops that the JIT compiler vectorizes; the bits of {@code VectorInPlaceKernel}. */
final class ScalarInPlaceKernel implements InPlaceKernel {
    @Override
    public void sum(Product p, int top, int bottom, int left, int right) {
        int step = p.leftStride();
        for (int i = top; i < bottom; i++) {
            int to = i * p.n;
            Arrays.fill(p.c, to + left, to + right, p.shift(i));
            for (int q = 0, l = i * p.leftRowStride(), from = 0; q < p.inner; q++, l += step, from += p.n) {
                add(p.a[l], p.b, from, p.c, to, left, right);
            }
        }
    }

    private static void add(double factor, double[] b, int from, double[] c, int to, int left, int right) {
        for (int j = left; j < right; j++) {
            c[to + j] = Math.fma(factor, b[from + j], c[to + j]);
        }
    }
}
