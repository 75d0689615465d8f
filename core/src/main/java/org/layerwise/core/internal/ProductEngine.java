package org.layerwise.core.internal;

import java.util.Optional;
import org.layerwise.core.MatrixProducts.Implementation;

/** One way to multiply, with the threads it uses. */
final class ProductEngine {
    private final Implementation chosen;
    private final Implementation otherwise;
    private final Optional<LateNative> late;
    private final ThreadLocal<CutProduct> products;

    private ProductEngine(
            Implementation chosen,
            Implementation otherwise,
            Optional<LateNative> late,
            PieceMethod method,
            WorkerPool pool) {
        this.chosen = chosen;
        this.otherwise = otherwise;
        this.late = late;
        this.products = ThreadLocal.withInitial(() -> new CutProduct(method, pool));
    }

    /** The product in Java, as this process computes it. */
    static ProductEngine java(WorkerPool pool) {
        return java(Acceleration.name(), Acceleration.pieces(), pool);
    }

    /** The product in Java with these kernels from the start. */
    static ProductEngine java(Kernels kernels, WorkerPool pool) {
        return java(kernels.tiles().name(), new TiledProduct(kernels), pool);
    }

    private static ProductEngine java(String name, PieceMethod pieces, WorkerPool pool) {
        Implementation java = implementation("java", name, pool);
        return new ProductEngine(java, java, Optional.empty(), pieces, pool);
    }

    /** The native product for large pieces; in Java where it turns out that it can't be loaded. */
    static ProductEngine ofNative(LateNative product, WorkerPool pool) {
        String kernel = Acceleration.name();
        boolean vectors = Acceleration.present();
        String rest = vectors ? ", skinny products in Java with " + kernel : "";
        return new ProductEngine(
                implementation("native", product.name() + rest, pool),
                implementation("java", kernel, pool),
                Optional.of(product),
                new NativePieces(product, Acceleration.pieces(), vectors),
                pool);
    }

    private static Implementation implementation(String name, String details, WorkerPool pool) {
        return new Implementation(name, details + ", " + pool.threads() + " threads");
    }

    /** As far as is known: a native product is not loaded before it is needed. */
    Implementation implementation() {
        return late.filter(LateNative::isMissing).isPresent() ? otherwise : chosen;
    }

    /** Loads what large products need, and says what they are computed by. */
    Implementation load() {
        late.ifPresent(LateNative::isReady);
        return implementation();
    }

    /** The native product for single precision, loaded; empty where there is none. */
    Optional<NativeFloatProduct> singlePrecision() {
        return late.filter(LateNative::isReady).flatMap(found -> found.product().singlePrecision());
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
