package org.layerwise.core.internal;

import java.util.Optional;

/**
 * Products of single-precision operands into a double destination, computed as {@link Products} has chosen: in native
 * code where that is there for floats too, else in Java.
 */
public final class FloatProducts {
    private final FloatKernel kernel;
    private final ThreadLocal<FloatCut> products;

    private FloatProducts(FloatPieces pieces, FloatKernel kernel, WorkerPool pool) {
        this.kernel = kernel;
        this.products = ThreadLocal.withInitial(() -> new FloatCut(pieces, pool));
    }

    /** The choice, made when the first product is asked for. */
    private static final class Chosen {
        static final FloatProducts PRODUCTS =
                of(Products.singlePrecision(), Acceleration.floatKernel(), WorkerPool.shared());
    }

    /** Those of this process. */
    public static FloatProducts chosen() {
        return Chosen.PRODUCTS;
    }

    static FloatProducts of(Optional<NativeFloatProduct> found, FloatKernel kernel, WorkerPool pool) {
        FloatPieces pieces = found.isPresent()
                ? new NativeFloatPieces(found.get(), kernel, Acceleration.present())
                : new TiledFloatProduct(kernel);
        return new FloatProducts(pieces, kernel, pool);
    }

    /**
     * {@code c = alpha op(a) op(b) + beta c}, all row by row without gaps; op(a) is (m, k), op(b) is (k, n).
     *
     * <p>With beta 0 the destination is not read; with alpha 0 the operands are not.
     */
    public void multiply(Form form, int m, int n, int k, double alpha, float[] a, float[] b, double beta, double[] c) {
        if (k == 0 || alpha == 0) {
            for (int i = 0; i < m * n; i++) {
                c[i] = beta == 0 ? 0 : beta * c[i];
            }
        } else if (m > 0 && n > 0) {
            FloatCut cut = products.get();
            cut.product.set(form, m, n, k, alpha, a, b, beta, c);
            cut.run();
            cut.product.clear();
        }
    }

    /** {@code to[i]} is {@code from[i]} in single precision; see {@link FloatKernel#narrow}. */
    public void narrow(double[] from, float[] to, int start, int end) {
        kernel.narrow(from, to, start, end);
    }
}
