package org.layerwise.core.internal;

/**
 * One product of single-precision operands: {@code c = alpha op(a) op(b) + beta c}, all stored row by row without gaps;
 * op(a) is (m, k), op(b) is (k, n), c is double.
 *
 * <p>Mutable, and kept by whoever computes, so that a call allocates nothing.
 */
final class FloatProduct {
    private static final float[] NO_FLOATS = {};
    private static final double[] NO_DOUBLES = {};

    Form form = Form.PLAIN;
    int m;
    int n;
    int k;
    /** The first inner index, and how many: all, or a section of them. */
    int innerStart;

    int inner;
    double alpha;
    double beta;
    float[] a = NO_FLOATS;
    float[] b = NO_FLOATS;
    double[] c = NO_DOUBLES;

    void set(Form form, int m, int n, int k, double alpha, float[] a, float[] b, double beta, double[] c) {
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
    void setSection(FloatProduct whole, int start, int length, double[] sums) {
        set(whole.form, whole.m, whole.n, whole.k, 1, whole.a, whole.b, 0, sums);
        innerStart = start;
        inner = length;
    }

    /** Lets go of the arrays. */
    void clear() {
        a = NO_FLOATS;
        b = NO_FLOATS;
        c = NO_DOUBLES;
    }

    /** How many multiplications it takes. */
    long size() {
        return (long) m * n * inner;
    }

    /** Whether one of the sides is short: such products run quicker in Java's vectors, and packing costs little. */
    boolean isSkinny() {
        return Cuts.isSkinny(m, n, k);
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
