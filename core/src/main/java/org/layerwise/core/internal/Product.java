package org.layerwise.core.internal;

import java.util.Arrays;

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
    /** What the rows of c are before the product is added, where c is not to be read: b in W A + b; else empty. */
    double[] shifts = NONE;

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
        this.shifts = NONE;
    }

    /** {@code c = a b + shifts 1ᵀ}, one shift for each row. */
    void setShifted(int m, int n, int k, double[] a, double[] b, double[] shifts, double[] c) {
        set(Form.PLAIN, m, n, k, 1, a, b, 1, c);
        this.shifts = shifts;
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
        shifts = NONE;
    }

    /** Whether what c holds plays no part in the result. */
    boolean overwrites() {
        return beta == 0 || shifts.length > 0;
    }

    /** What is added to row i of the product. */
    double shift(int i) {
        return shifts.length == 0 ? 0 : shifts[i];
    }

    /** Writes the shifts, if there are any, into a rectangle of c, to which the product can then be added. */
    void spreadShifts(int top, int bottom, int left, int right) {
        if (shifts.length > 0) {
            for (int i = top; i < bottom; i++) {
                Arrays.fill(c, i * n + left, i * n + right, shifts[i]);
            }
        }
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
