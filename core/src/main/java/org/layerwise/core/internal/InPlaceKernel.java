package org.layerwise.core.internal;

/** The innermost part of a product that is computed straight from its operands to its destination. */
interface InPlaceKernel {
    /**
     * Writes {@code c[i, j] = fma(a[i, p], b[p, j], …)} over p in ascending order, from the shift of row i, for a
     * rectangle of the product. Its alpha and beta play no part, its right operand is stored by rows.
     */
    void sum(Product product, int top, int bottom, int left, int right);
}
