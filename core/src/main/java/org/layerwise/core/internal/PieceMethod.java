package org.layerwise.core.internal;

/** A way to compute a rectangle of a product, in one thread. */
interface PieceMethod {
    /** Computes the rows from {@code top} to before {@code bottom}, the columns from {@code left} to before {@code right}. */
    void multiply(Product product, int top, int bottom, int left, int right);
}
