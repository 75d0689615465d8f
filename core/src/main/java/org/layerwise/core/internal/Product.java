package org.layerwise.core.internal;

/**
 * One product: {@code c = alpha op(a) op(b) + beta c}, all stored row by row without gaps; op(a) is (m, k), op(b) is
 * (k, n).
 *
 * <p>Mutable, and kept by whoever computes, so that a call allocates nothing.
 */
final class Product {
    private static final double[] NONE = {};

    Form form = Form.PLAIN;
    int m;
    int n;
    int k;
    /** The first inner index, and how many: all, or a section of them. */
    int innerStart;

    int inner;
    double alpha;
    double beta;
    double[] a = NONE;
    double[] b = NONE;
    double[] c = NONE;

    void set(Form form, int m, int n, int k, double alpha, double[] a, double[] b, double beta, double[] c) {
        this.form = form;
        this.m = m;
        this.n = n;
        this.k = k;
        this.innerStart = 0;
        this.inner = k;
        this.alpha = alpha;
        this.a = a;
        this.b = b;
        this.beta = beta;
        this.c = c;
    }

    /** Part of a product: its inner indices from {@code start}, without factors, into another destination. */
    void setSection(Product whole, int start, int length, double[] sums) {
        set(whole.form, whole.m, whole.n, whole.k, 1, whole.a, whole.b, 0, sums);
        innerStart = start;
        inner = length;
    }

    /** Lets go of the arrays. */
    void clear() {
        a = NONE;
        b = NONE;
        c = NONE;
    }

    /** How many multiplications it takes. */
    long size() {
        return (long) m * n * inner;
    }

    /** The distance in a between neighbours in a column of op(a). */
    int leftRowStride() {
        return form == Form.LEFT_TRANSPOSED ? 1 : k;
    }

    /** The distance in a between neighbours in a row of op(a). */
    int leftStride() {
        return form == Form.LEFT_TRANSPOSED ? m : 1;
    }

    /** The distance in b between neighbours in a row of op(b). */
    int rightColumnStride() {
        return form == Form.RIGHT_TRANSPOSED ? k : 1;
    }

    /** The distance in b between neighbours in a column of op(b). */
    int rightStride() {
        return form == Form.RIGHT_TRANSPOSED ? 1 : n;
    }
}
