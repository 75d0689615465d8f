package org.layerwise.core.internal;

/** Chooses how a product is computed. */
public final class Products {
    private Products() {}

    /**
     * {@code c = alpha op(a) op(b) + beta c}, all row by row without gaps; op(a) is (m, k), op(b) is (k, n).
     *
     * <p>With beta 0 the destination is not read; with alpha 0 the operands are not.
     */
    public static void multiply(
            Form form, int m, int n, int k, double alpha, double[] a, double[] b, double beta, double[] c) {
        int inner = alpha == 0 ? 0 : k;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int p = 0; p < inner; p++) {
                    double left = form == Form.LEFT_TRANSPOSED ? a[p * m + i] : a[i * k + p];
                    double right = form == Form.RIGHT_TRANSPOSED ? b[j * k + p] : b[p * n + j];
                    sum = Math.fma(left, right, sum);
                }
                c[i * n + j] = alpha * sum + (beta == 0 ? 0 : beta * c[i * n + j]);
            }
        }
    }
}
