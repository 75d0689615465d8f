package org.layerwise.core.internal;

/** A way to compute a rectangle of a product of single-precision operands, in one thread. */
interface FloatPieces {
    /** Computes the rows from {@code top} to before {@code bottom}, the columns from {@code left} to before {@code right}. */
    void multiply(FloatProduct product, int top, int bottom, int left, int right);
}
