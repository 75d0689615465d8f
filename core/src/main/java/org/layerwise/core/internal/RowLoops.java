package org.layerwise.core.internal;

/**
 * Loops over some columns of a row-major matrix, row by row, in which each column has a number of its own. An entry is at
 * {@code at + i · stride + j} for i below {@code rows} and j below {@code width}; every implementation gives the same bits.
 */
interface RowLoops {
    /** The one for so much work. */
    static RowLoops chosen(long work) {
        return Chosen.ROWS.of(work);
    }

    /** {@code m[j] = max(m[j], x_ij)}. */
    void max(double[] x, int at, int stride, int rows, int width, double[] m);

    /** {@code y_ij = x_ij − m[j]}; an entry of y is at {@code to + i · pitch + j}, the arrays may be one. */
    void subtract(double[] x, int at, int stride, int rows, int width, double[] m, double[] y, int to, int pitch);

    /** {@code s[j] += x_ij}, row after row. */
    void add(double[] x, int at, int stride, int rows, int width, double[] s);

    /** {@code s[j] += x_ij y_ij}, row after row. */
    void addProducts(double[] x, double[] y, int at, int stride, int rows, int width, double[] s);

    /** {@code x_ij *= s[j]}. */
    void scale(double[] x, int at, int stride, int rows, int width, double[] s);

    /** {@code z_ij = x_ij (y_ij − s[j])}; z and y may be one. */
    void centre(double[] x, double[] y, int at, int stride, int rows, int width, double[] s, double[] z);

    /** {@code z_ij = y_ij − e_ij s[j]}; an entry of e is at {@code i · width + j}, z and y may be one. */
    void subtractShares(double[] e, double[] y, int at, int stride, int rows, int width, double[] s, double[] z);
}
