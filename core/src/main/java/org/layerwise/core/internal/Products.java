package org.layerwise.core.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.ServiceLoader;
import org.layerwise.core.MatrixProducts.Implementation;

/** Chooses, once, how products are computed: {@code -Dlayerwise.blas=java|native}, or native where it is there. */
public final class Products {
    private static final String PROPERTY = "layerwise.blas";
    private static final Logger LOGGER = System.getLogger("org.layerwise.core");

    private Products() {}

    /** The choice, made when the first product is asked for. */
    private static final class Chosen {
        static final ProductEngine ENGINE = choose(System.getProperty(PROPERTY, ""));
    }

    /** The native product for single precision, where a native one was chosen and has it. */
    static Optional<NativeFloatProduct> singlePrecision() {
        return Chosen.ENGINE.singlePrecision();
    }

    /** What was chosen, as far as is known before a native product is needed. */
    public static Implementation implementation() {
        return Chosen.ENGINE.implementation();
    }

    /** Loads what large products need, and says what was chosen. */
    public static Implementation load() {
        return Chosen.ENGINE.load();
    }

    /**
     * {@code c = alpha op(a) op(b) + beta c}, all row by row without gaps; op(a) is (m, k), op(b) is (k, n).
     *
     * <p>With beta 0 the destination is not read; with alpha 0 the operands are not.
     */
    public static void multiply(
            Form form, int m, int n, int k, double alpha, double[] a, double[] b, double beta, double[] c) {
        Chosen.ENGINE.multiply(form, m, n, k, alpha, a, b, beta, c);
    }

    /** {@code c = a b + shifts 1ᵀ}: a is (m, k), b is (k, n), and there is a shift for each row. */
    public static void multiply(int m, int n, int k, double[] a, double[] b, double[] shifts, double[] c) {
        Chosen.ENGINE.multiply(m, n, k, a, b, shifts, c);
    }

    private static ProductEngine choose(String wanted) {
        ProductEngine engine = choose(wanted, find(), WorkerPool.shared());
        Implementation chosen = engine.implementation();
        LOGGER.log(Level.DEBUG, "matrix products: {0} ({1})", chosen.name(), chosen.details());
        return engine;
    }

    static ProductEngine choose(String wanted, Optional<NativeProduct> found, WorkerPool pool) {
        return switch (wanted) {
            case "java" -> ProductEngine.java(pool);
            case "native" -> forced(found, pool);
            case "" ->
                found.map(product -> ProductEngine.ofNative(new LateNative(product), pool))
                        .orElseGet(() -> ProductEngine.java(pool));
            default ->
                throw new IllegalStateException("-D" + PROPERTY + "=" + wanted + ": no such product; java or native");
        };
    }

    private static ProductEngine forced(Optional<NativeProduct> found, WorkerPool pool) {
        if (found.isEmpty()) {
            throw new IllegalStateException("-D" + PROPERTY
                    + "=native: no native product on the class path; add the module layerwise-openblas");
        }
        try {
            LateNative product = new LateNative(found.get());
            product.load();
            return ProductEngine.ofNative(product, pool);
        } catch (Exception | LinkageError e) {
            throw new IllegalStateException("-D" + PROPERTY + "=native: the native product can't be loaded: " + e, e);
        }
    }

    private static Optional<NativeProduct> find() {
        return ServiceLoader.load(NativeProduct.class, NativeProduct.class.getClassLoader())
                .findFirst();
    }
}
