package org.layerwise.core;

import org.layerwise.core.internal.Products;

/**
 * Says how matrices are multiplied in this process; the products themselves are methods of {@link DenseMatrix}.
 *
 * <p>{@code native} where the module {@code openblas} is on the class path, else {@code java};
 * {@code -Dlayerwise.blas=java|native} forces one. The choice is made once, at the first product. A native library is
 * loaded at the first product that is large enough for it, which follows from its shape; where it can't be loaded, a
 * warning says so, and Java computes all.
 *
 * <p>Either way the result does not depend on the number of threads ({@code -Dlayerwise.threads=N}, by default one for
 * each processor): large products are cut into pieces that depend on their shape alone. The product in Java gives the
 * same bits on every JVM; the native one may differ from it, and between processors, in the last digits.
 */
public final class MatrixProducts {
    private MatrixProducts() {}

    /**
     * The implementation in use, as far as is known: a native library that no product has needed so far is not loaded.
     *
     * @throws IllegalStateException if {@code layerwise.blas} asks for what is not there
     */
    public static Implementation implementation() {
        return Products.implementation();
    }

    /**
     * Loads what large products need now instead of at the first of them, and gives the implementation in use.
     *
     * @throws IllegalStateException if {@code layerwise.blas} asks for what is not there
     */
    public static Implementation load() {
        return Products.load();
    }

    /**
     * How products are computed, for the record of a run.
     *
     * @param name {@code java} or {@code native}
     * @param details what stands behind it: library, version, vector width
     */
    public record Implementation(String name, String details) {}
}
