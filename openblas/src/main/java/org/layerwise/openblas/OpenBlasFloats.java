package org.layerwise.openblas;

import dev.ludovic.netlib.blas.NativeBLAS;
import org.layerwise.core.internal.Form;
import org.layerwise.core.internal.NativeFloatProduct;

/**
 * OpenBLAS in single precision. As with doubles, {@code c = a b} by rows is asked for as {@code cᵀ = bᵀ aᵀ} by columns.
 *
 * @param blas netlib's stub
 */
record OpenBlasFloats(NativeBLAS blas) implements NativeFloatProduct {
    @Override
    public void multiply(
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
            float[] c) {
        String left = form == Form.RIGHT_TRANSPOSED ? "T" : "N";
        String right = form == Form.LEFT_TRANSPOSED ? "T" : "N";
        blas.sgemm(left, right, n, m, k, 1, b, bOffset, bStride, a, aOffset, aStride, 0, c, 0, n);
    }

    @Override
    public void multiplyTransposed(
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
            float[] c) {
        String left = form == Form.LEFT_TRANSPOSED ? "N" : "T";
        String right = form == Form.RIGHT_TRANSPOSED ? "N" : "T";
        blas.sgemm(left, right, m, n, k, 1, a, aOffset, aStride, b, bOffset, bStride, 0, c, 0, m);
    }
}
