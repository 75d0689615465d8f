package org.layerwise.core.internal;

/** A product of single-precision matrices in native code; see {@link NativeProduct#singlePrecision}. */
public interface NativeFloatProduct {
    /**
     * {@code c = op(a) op(b)} in the calling thread, all row by row; op(a) is (m, k), op(b) is (k, n), c is (m, n)
     * without gaps, from its start. The strides are the distances between rows as stored. Nothing is allocated and no
     * threads are started; c is not read.
     */
    void multiply(
            Form form,
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int aStride,
            float[] b,
            int bOffset,
            int bStride,
            float[] c);

    /** {@code c = (op(a) op(b))ᵀ}: as {@link #multiply}, but c is (n, m). */
    void multiplyTransposed(
            Form form,
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int aStride,
            float[] b,
            int bOffset,
            int bStride,
            float[] c);
}
