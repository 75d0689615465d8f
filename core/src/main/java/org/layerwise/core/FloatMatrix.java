package org.layerwise.core;

import org.layerwise.core.internal.FloatProducts;
import org.layerwise.core.internal.Form;

/**
 * A copy of a {@link DenseMatrix} in single precision, for products that are computed from such copies and written to a
 * {@link DenseMatrix}: {@code precision: mixed}.
 *
 * <p>A copy rounds to the nearest float: u = 2⁻²⁴ of the number at most. A number beyond the largest float, 3.4e38,
 * becomes infinite; one below the smallest normal float, 1.2e-38, becomes 0.
 *
 * <p>The products {@code c = alpha a b + beta c} sum in single precision, at least over stretches of 256 inner indices,
 * and do the rest in double precision. So an entry of {@code a b} with inner dimension k is off by at most {@code γ Σ |a|
 * |b|}, {@code γ = (k + 2) u / (1 − (k + 2) u)}, where nothing overflows or is as small as to become 0. Like those of
 * doubles they do not depend on the number of threads.
 *
 * <p>Not thread-safe while it is written to.
 */
public final class FloatMatrix {
    private static final double[] NONE = {};

    private final int rows;
    private final int columns;
    private final float[] values;
    private final ElementWise narrowing;
    private double[] source = NONE;

    /**
     * A matrix of zeros; either dimension may be 0.
     *
     * @throws ShapeException if a dimension is negative or the entries do not fit one array
     */
    public FloatMatrix(int rows, int columns) {
        if (rows < 0 || columns < 0 || (long) rows * columns > Integer.MAX_VALUE - 8) {
            throw new ShapeException(rows + "x" + columns + " is no shape of a matrix");
        }
        this.rows = rows;
        this.columns = columns;
        this.values = new float[rows * columns];
        this.narrowing = new ElementWise(values.length, this::narrow);
    }

    /** The entries row by row: the array itself, not a copy. */
    public float[] values() {
        return values;
    }

    /** {@code rows x columns}, for messages: {@code 7x20}. */
    public String shape() {
        return rows + "x" + columns;
    }

    /** How many rows. */
    public int rows() {
        return rows;
    }

    /** How many columns. */
    public int columns() {
        return columns;
    }

    /**
     * Makes this the copy of a matrix. Allocates nothing.
     *
     * @throws ShapeException if it has another shape
     */
    public void set(DenseMatrix matrix) {
        if (matrix.getRowDimension() != rows || matrix.getColumnDimension() != columns) {
            throw new ShapeException(matrix.shape() + " can't be copied to " + shape());
        }
        source = matrix.values();
        narrowing.run(0, 0, 0);
        source = NONE;
    }

    private void narrow(int from, int to, double unused, double none, double nothing) {
        FloatProducts.chosen().narrow(source, values, from, to);
    }

    /**
     * {@code c = alpha a b + beta c}, a being this matrix. With beta 0 the destination is not read.
     *
     * @throws ShapeException if the three shapes do not fit; the message prints them
     */
    public void multiply(FloatMatrix b, double alpha, double beta, DenseMatrix c) {
        if (columns != b.rows || c.getRowDimension() != rows || c.getColumnDimension() != b.columns) {
            throw misfit(shape() + " times " + b.shape(), c);
        }
        multiply(Form.PLAIN, columns, b, alpha, beta, c);
    }

    /**
     * {@code c = alpha aᵀ b + beta c}, a being this matrix.
     *
     * @throws ShapeException if the three shapes do not fit; the message prints them
     */
    public void multiplyTransposed(FloatMatrix b, double alpha, double beta, DenseMatrix c) {
        if (rows != b.rows || c.getRowDimension() != columns || c.getColumnDimension() != b.columns) {
            throw misfit("transposed " + shape() + " times " + b.shape(), c);
        }
        multiply(Form.LEFT_TRANSPOSED, rows, b, alpha, beta, c);
    }

    /**
     * {@code c = alpha a bᵀ + beta c}, a being this matrix.
     *
     * @throws ShapeException if the three shapes do not fit; the message prints them
     */
    public void multiplyByTransposed(FloatMatrix b, double alpha, double beta, DenseMatrix c) {
        if (columns != b.columns || c.getRowDimension() != rows || c.getColumnDimension() != b.rows) {
            throw misfit(shape() + " times transposed " + b.shape(), c);
        }
        multiply(Form.RIGHT_TRANSPOSED, columns, b, alpha, beta, c);
    }

    private void multiply(Form form, int inner, FloatMatrix b, double alpha, double beta, DenseMatrix c) {
        FloatProducts.chosen()
                .multiply(
                        form,
                        c.getRowDimension(),
                        c.getColumnDimension(),
                        inner,
                        alpha,
                        values,
                        b.values,
                        beta,
                        c.values());
    }

    private static ShapeException misfit(String product, DenseMatrix c) {
        return new ShapeException(product + " does not fit " + c.shape());
    }
}
