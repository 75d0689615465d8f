package org.layerwise.core.internal;

/** Which operand of a product is transposed. */
public enum Form {
    /** {@code a b}: a is (m, k), b is (k, n). */
    PLAIN,
    /** {@code aᵀ b}: a is (k, m), b is (k, n). */
    LEFT_TRANSPOSED,
    /** {@code a bᵀ}: a is (m, k), b is (n, k). */
    RIGHT_TRANSPOSED
}
