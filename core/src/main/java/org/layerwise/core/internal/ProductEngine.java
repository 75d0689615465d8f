package org.layerwise.core.internal;

import java.util.Optional;
import org.layerwise.core.MatrixProducts.Implementation;

/** One way to multiply, with the threads it uses. */
final class ProductEngine {
    private final Implementation implementation;
    private final Optional<NativeFloatProduct> singlePrecision;
    private final ThreadLocal<CutProduct> products;

    private ProductEngine(
            String name,
            String details,
            PieceMethod method,
            Optional<NativeFloatProduct> singlePrecision,
            WorkerPool pool) {
        this.singlePrecision = singlePrecision;
        this.implementation = new Implementation(name, details + ", " + pool.threads() + " threads");
        this.products = ThreadLocal.withInitial(() -> new CutProduct(method, pool));
    }

    static ProductEngine java(Kernels kernels, WorkerPool pool) {
        String name = kernels.tiles().name();
        return new ProductEngine("java", name, new TiledProduct(kernels), Optional.empty(), pool);
    }

    static ProductEngine ofNative(NativeProduct product, WorkerPool pool) throws Exception {
        String loaded = product.load();
        Kernels kernels = Acceleration.kernels();
        boolean vectors = Acceleration.present();
        PieceMethod pieces = new NativePieces(product, new TiledProduct(kernels), vectors);
        String rest =
                vectors ? ", skinny products in Java with " + kernels.tiles().name() : "";
        return new ProductEngine("native", loaded + rest, pieces, product.singlePrecision(), pool);
    }

    Implementation implementation() {
        return implementation;
    }

    Optional<NativeFloatProduct> singlePrecision() {
        return singlePrecision;
    }

    void multiply(Form form, int m, int n, int k, double alpha, double[] a, double[] b, double beta, double[] c) {
        if (k == 0 || alpha == 0) {
            scale(beta, c, m * n);
        } else if (m > 0 && n > 0) {
            CutProduct cut = products.get();
            cut.product.set(form, m, n, k, alpha, a, b, beta, c);
            cut.run();
            cut.product.clear();
        }
    }

    /** {@code c = a b + shifts 1ᵀ}: a is (m, k), b is (k, n), and there is a shift for each row. */
    void multiply(int m, int n, int k, double[] a, double[] b, double[] shifts, double[] c) {
        CutProduct cut = products.get();
        cut.product.setShifted(m, n, k, a, b, shifts, c);
        if (k == 0) {
            cut.product.spreadShifts(0, m, 0, n);
        } else if (m > 0 && n > 0) {
            cut.run();
        }
        cut.product.clear();
    }

    private static void scale(double factor, double[] values, int length) {
        for (int i = 0; i < length; i++) {
            values[i] = factor == 0 ? 0 : factor * values[i];
        }
    }
}
