package org.layerwise.core;

import org.apache.commons.math3.linear.AbstractRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** A matrix of doubles, stored row by row in one array. */
public final class DenseMatrix extends AbstractRealMatrix {
    private final int rows;
    private final int columns;
    private final double[] values;

    /** A matrix of zeros; either dimension may be 0. */
    public DenseMatrix(int rows, int columns) {
        this(rows, columns, new double[Math.multiplyExact(rows, columns)]);
    }

    private DenseMatrix(int rows, int columns, double[] values) {
        if (values.length != (long) rows * columns) {
            throw new ShapeException(rows + "x" + columns + " does not fit " + values.length + " values");
        }
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /** A matrix over this array, row by row, without copying. */
    public static DenseMatrix wrap(int rows, int columns, double[] values) {
        return new DenseMatrix(rows, columns, values);
    }

    /** A matrix with these rows, copied. */
    public static DenseMatrix of(double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        DenseMatrix matrix = new DenseMatrix(rows.length, columns);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new ShapeException("row " + i + " has " + rows[i].length + " entries, row 0 has " + columns);
            }
            System.arraycopy(rows[i], 0, matrix.values, i * columns, columns);
        }
        return matrix;
    }

    /** A copy of any commons-math matrix. */
    public static DenseMatrix copyOf(RealMatrix matrix) {
        return of(matrix.getData());
    }

    /** The entries row by row: entry (i, j) is at {@code i * columns + j}. The array itself, not a copy. */
    public double[] values() {
        return values;
    }

    /** {@code rows x columns}, for messages: {@code 7x20}. */
    public String shape() {
        return rows + "x" + columns;
    }

    @Override
    public int getRowDimension() {
        return rows;
    }

    @Override
    public int getColumnDimension() {
        return columns;
    }

    @Override
    public DenseMatrix createMatrix(int rowDimension, int columnDimension) {
        return new DenseMatrix(rowDimension, columnDimension);
    }

    @Override
    public DenseMatrix copy() {
        return new DenseMatrix(rows, columns, values.clone());
    }

    @Override
    public double getEntry(int row, int column) {
        return values[row * columns + column];
    }

    @Override
    public void setEntry(int row, int column, double value) {
        values[row * columns + column] = value;
    }

    /** {@code this = alpha a b + beta this}; with beta 0 what stood here is not read. */
    public void setProduct(DenseMatrix a, DenseMatrix b, double alpha, double beta) {
        naive(a, false, b, false, alpha, beta);
    }

    /** {@code this = a b}. */
    public void setProduct(DenseMatrix a, DenseMatrix b) {
        setProduct(a, b, 1, 0);
    }

    /** {@code this = alpha aᵀ b + beta this}. */
    public void setTransposedProduct(DenseMatrix a, DenseMatrix b, double alpha, double beta) {
        naive(a, true, b, false, alpha, beta);
    }

    /** {@code this = aᵀ b}. */
    public void setTransposedProduct(DenseMatrix a, DenseMatrix b) {
        setTransposedProduct(a, b, 1, 0);
    }

    /** {@code this = alpha a bᵀ + beta this}. */
    public void setProductTransposed(DenseMatrix a, DenseMatrix b, double alpha, double beta) {
        naive(a, false, b, true, alpha, beta);
    }

    /** {@code this = a bᵀ}. */
    public void setProductTransposed(DenseMatrix a, DenseMatrix b) {
        setProductTransposed(a, b, 1, 0);
    }

    private void naive(DenseMatrix a, boolean aT, DenseMatrix b, boolean bT, double alpha, double beta) {
        int inner = aT ? a.rows : a.columns;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double sum = 0;
                for (int k = 0; k < inner; k++) {
                    sum += (aT ? a.getEntry(k, i) : a.getEntry(i, k)) * (bT ? b.getEntry(j, k) : b.getEntry(k, j));
                }
                values[i * columns + j] = alpha * sum + (beta == 0 ? 0 : beta * values[i * columns + j]);
            }
        }
    }
}
