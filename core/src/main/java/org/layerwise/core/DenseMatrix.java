package org.layerwise.core;

import java.util.Arrays;
import org.apache.commons.math3.exception.DimensionMismatchException;
import org.apache.commons.math3.exception.NotStrictlyPositiveException;
import org.apache.commons.math3.linear.AbstractRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealMatrixChangingVisitor;
import org.apache.commons.math3.linear.RealMatrixPreservingVisitor;
import org.layerwise.core.internal.EntrySums;
import org.layerwise.core.internal.Form;
import org.layerwise.core.internal.Products;
import org.layerwise.core.internal.RowSums;
import org.layerwise.core.internal.ScaledAddition;
import org.layerwise.core.internal.Transposition;

/**
 * A matrix of doubles, stored row by row in one array.
 *
 * <p>As a {@link RealMatrix} it does what {@link org.apache.commons.math3.linear.Array2DRowRealMatrix} does, exceptions
 * included, except that a dimension may be 0. Products add in another order (see {@link MatrixProducts}), so that they
 * may differ from commons-math's in the last digits.
 *
 * <p>Beyond that it has what training needs: the array itself ({@link #values}) and products that write into an
 * existing matrix, with the usual factors: {@code c.setProduct(a, b, alpha, beta)} is {@code c = alpha a b + beta c}.
 * With beta 0 the destination is not read, with alpha 0 the operands are not, so that NaN in them does not spread.
 *
 * <p>Not thread-safe while it is written to.
 */
public final class DenseMatrix extends AbstractRealMatrix {
    private static final int PRINTED_ENTRIES = 400;

    private final int rows;
    private final int columns;
    private final double[] values;

    /**
     * A matrix of zeros; either dimension may be 0.
     *
     * @throws ShapeException if a dimension is negative or the entries do not fit one array
     */
    public DenseMatrix(int rows, int columns) {
        this(rows, columns, new double[entries(rows, columns)]);
    }

    private DenseMatrix(int rows, int columns, double[] values) {
        if (values.length != entries(rows, columns)) {
            throw new ShapeException(rows + "x" + columns + " does not fit " + values.length + " values");
        }
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /**
     * A matrix over this array, row by row, without copying.
     *
     * @throws ShapeException if the array's length is not {@code rows * columns}
     */
    public static DenseMatrix wrap(int rows, int columns, double[] values) {
        return new DenseMatrix(rows, columns, values);
    }

    /**
     * A matrix with these rows, copied.
     *
     * @throws ShapeException if the rows differ in length
     */
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
        return matrix instanceof DenseMatrix dense ? dense.copy() : collect(matrix);
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

    /** {@inheritDoc} A dimension may be 0. */
    @Override
    public DenseMatrix createMatrix(int rowDimension, int columnDimension) {
        if (rowDimension < 0 || columnDimension < 0) {
            throw new NotStrictlyPositiveException(Math.min(rowDimension, columnDimension));
        }
        return new DenseMatrix(rowDimension, columnDimension);
    }

    @Override
    public DenseMatrix copy() {
        return new DenseMatrix(rows, columns, values.clone());
    }

    @Override
    public double getEntry(int row, int column) {
        MatrixUtils.checkMatrixIndex(this, row, column);
        return values[row * columns + column];
    }

    @Override
    public void setEntry(int row, int column, double value) {
        MatrixUtils.checkMatrixIndex(this, row, column);
        values[row * columns + column] = value;
    }

    @Override
    public void addToEntry(int row, int column, double increment) {
        MatrixUtils.checkMatrixIndex(this, row, column);
        values[row * columns + column] += increment;
    }

    @Override
    public void multiplyEntry(int row, int column, double factor) {
        MatrixUtils.checkMatrixIndex(this, row, column);
        values[row * columns + column] *= factor;
    }

    @Override
    public double[] getRow(int row) {
        MatrixUtils.checkRowIndex(this, row);
        return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
    }

    @Override
    public double[][] getData() {
        double[][] data = new double[rows][];
        for (int i = 0; i < rows; i++) {
            data[i] = Arrays.copyOfRange(values, i * columns, (i + 1) * columns);
        }
        return data;
    }

    @Override
    public DenseMatrix add(RealMatrix m) {
        MatrixUtils.checkAdditionCompatible(this, m);
        double[] others = entriesOf(m);
        DenseMatrix sum = new DenseMatrix(rows, columns);
        for (int i = 0; i < values.length; i++) {
            sum.values[i] = values[i] + others[i];
        }
        return sum;
    }

    @Override
    public DenseMatrix subtract(RealMatrix m) {
        MatrixUtils.checkSubtractionCompatible(this, m);
        double[] others = entriesOf(m);
        DenseMatrix difference = new DenseMatrix(rows, columns);
        for (int i = 0; i < values.length; i++) {
            difference.values[i] = values[i] - others[i];
        }
        return difference;
    }

    @Override
    public DenseMatrix scalarMultiply(double d) {
        DenseMatrix scaled = new DenseMatrix(rows, columns);
        for (int i = 0; i < values.length; i++) {
            scaled.values[i] = values[i] * d;
        }
        return scaled;
    }

    @Override
    public DenseMatrix transpose() {
        DenseMatrix transposed = new DenseMatrix(columns, rows);
        Transposition.transpose(rows, columns, values, transposed.values);
        return transposed;
    }

    @Override
    public DenseMatrix multiply(RealMatrix m) {
        MatrixUtils.checkMultiplicationCompatible(this, m);
        DenseMatrix product = new DenseMatrix(rows, m.getColumnDimension());
        Products.multiply(Form.PLAIN, rows, product.columns, columns, 1, values, entriesOf(m), 0, product.values);
        return product;
    }

    @Override
    public DenseMatrix preMultiply(RealMatrix m) {
        MatrixUtils.checkMultiplicationCompatible(m, this);
        DenseMatrix product = new DenseMatrix(m.getRowDimension(), columns);
        Products.multiply(Form.PLAIN, product.rows, columns, rows, 1, entriesOf(m), values, 0, product.values);
        return product;
    }

    @Override
    public double[] operate(double[] v) {
        if (v.length != columns) {
            throw new DimensionMismatchException(v.length, columns);
        }
        double[] product = new double[rows];
        Products.multiply(Form.PLAIN, rows, 1, columns, 1, values, v, 0, product);
        return product;
    }

    @Override
    public double[] preMultiply(double[] v) {
        if (v.length != rows) {
            throw new DimensionMismatchException(v.length, rows);
        }
        double[] product = new double[columns];
        Products.multiply(Form.PLAIN, 1, columns, rows, 1, v, values, 0, product);
        return product;
    }

    /**
     * {@code this = alpha a b + beta this}.
     *
     * @throws ShapeException if the three shapes do not fit; the message prints them
     * @throws IllegalArgumentException if an operand is this matrix or shares its array
     */
    public void setProduct(DenseMatrix a, DenseMatrix b, double alpha, double beta) {
        if (a.columns != b.rows || rows != a.rows || columns != b.columns) {
            throw misfit(a.shape() + " times " + b.shape());
        }
        multiply(Form.PLAIN, a, b, a.columns, alpha, beta);
    }

    /** {@code this = a b}; see {@link #setProduct(DenseMatrix, DenseMatrix, double, double)}. */
    public void setProduct(DenseMatrix a, DenseMatrix b) {
        setProduct(a, b, 1, 0);
    }

    /**
     * {@code this = a b + column 1ᵀ}: the column is added to each column of the product, as in {@code Z = W A + b}.
     *
     * @throws ShapeException if the shapes do not fit; the message prints them
     * @throws IllegalArgumentException if an operand is this matrix or shares its array
     */
    public void setProductPlusColumn(DenseMatrix a, DenseMatrix b, DenseMatrix column) {
        if (a.columns != b.rows || rows != a.rows || columns != b.columns) {
            throw misfit(a.shape() + " times " + b.shape());
        }
        if (column.rows != rows || column.columns != 1) {
            throw misfit("the column " + column.shape());
        }
        requireApart(a, b);
        requireApart(column, b);
        Products.multiply(rows, columns, a.columns, a.values, b.values, column.values, values);
    }

    /**
     * {@code this = alpha aᵀ b + beta this}.
     *
     * @throws ShapeException if the three shapes do not fit; the message prints them
     * @throws IllegalArgumentException if an operand is this matrix or shares its array
     */
    public void setTransposedProduct(DenseMatrix a, DenseMatrix b, double alpha, double beta) {
        if (a.rows != b.rows || rows != a.columns || columns != b.columns) {
            throw misfit("transposed " + a.shape() + " times " + b.shape());
        }
        multiply(Form.LEFT_TRANSPOSED, a, b, a.rows, alpha, beta);
    }

    /** {@code this = aᵀ b}; see {@link #setTransposedProduct(DenseMatrix, DenseMatrix, double, double)}. */
    public void setTransposedProduct(DenseMatrix a, DenseMatrix b) {
        setTransposedProduct(a, b, 1, 0);
    }

    /**
     * {@code this = alpha a bᵀ + beta this}.
     *
     * @throws ShapeException if the three shapes do not fit; the message prints them
     * @throws IllegalArgumentException if an operand is this matrix or shares its array
     */
    public void setProductTransposed(DenseMatrix a, DenseMatrix b, double alpha, double beta) {
        if (a.columns != b.columns || rows != a.rows || columns != b.rows) {
            throw misfit(a.shape() + " times transposed " + b.shape());
        }
        multiply(Form.RIGHT_TRANSPOSED, a, b, a.columns, alpha, beta);
    }

    /** {@code this = a bᵀ}; see {@link #setProductTransposed(DenseMatrix, DenseMatrix, double, double)}. */
    public void setProductTransposed(DenseMatrix a, DenseMatrix b) {
        setProductTransposed(a, b, 1, 0);
    }

    /**
     * {@code sums[i] = factor Σ this[i, j]} over j: as in {@code db = 1/m Σ dZ}.
     *
     * @throws ShapeException if there is not one sum for each row
     */
    public void sumRows(double factor, double[] sums) {
        if (sums.length != rows) {
            throw new ShapeException(shape() + " has " + rows + " sums of rows, not " + sums.length);
        }
        RowSums.of(values, rows, columns, factor, sums);
    }

    /**
     * {@code this = this + factor other}, as in {@code dW = dW + λ/m W}; allocates nothing.
     *
     * @throws ShapeException if the shapes differ
     */
    public void addScaled(double factor, DenseMatrix other) {
        if (other.rows != rows || other.columns != columns) {
            throw new ShapeException("cannot add " + other.shape() + " to " + shape());
        }
        ScaledAddition.add(factor, other.values, values);
    }

    /** {@code Σ x²} over all entries, the square of the Frobenius norm; overflows where squares do. */
    public double sumOfSquares() {
        return EntrySums.ofSquares(values);
    }

    /** {@code Σ |x|} over all entries. */
    public double sumOfMagnitudes() {
        return EntrySums.ofMagnitudes(values);
    }

    /** Whether no entry is NaN or infinite. */
    public boolean isFinite() {
        return EntrySums.areFinite(values);
    }

    @Override
    public double walkInRowOrder(RealMatrixChangingVisitor visitor) {
        return changeByRows(visitor, 0, rows - 1, 0, columns - 1);
    }

    @Override
    public double walkInRowOrder(RealMatrixPreservingVisitor visitor) {
        return visitByRows(visitor, 0, rows - 1, 0, columns - 1);
    }

    @Override
    public double walkInRowOrder(
            RealMatrixChangingVisitor visitor, int startRow, int endRow, int startColumn, int endColumn) {
        MatrixUtils.checkSubMatrixIndex(this, startRow, endRow, startColumn, endColumn);
        return changeByRows(visitor, startRow, endRow, startColumn, endColumn);
    }

    @Override
    public double walkInRowOrder(
            RealMatrixPreservingVisitor visitor, int startRow, int endRow, int startColumn, int endColumn) {
        MatrixUtils.checkSubMatrixIndex(this, startRow, endRow, startColumn, endColumn);
        return visitByRows(visitor, startRow, endRow, startColumn, endColumn);
    }

    @Override
    public double walkInColumnOrder(RealMatrixChangingVisitor visitor) {
        return changeByColumns(visitor, 0, rows - 1, 0, columns - 1);
    }

    @Override
    public double walkInColumnOrder(RealMatrixPreservingVisitor visitor) {
        return visitByColumns(visitor, 0, rows - 1, 0, columns - 1);
    }

    @Override
    public double walkInColumnOrder(
            RealMatrixChangingVisitor visitor, int startRow, int endRow, int startColumn, int endColumn) {
        MatrixUtils.checkSubMatrixIndex(this, startRow, endRow, startColumn, endColumn);
        return changeByColumns(visitor, startRow, endRow, startColumn, endColumn);
    }

    @Override
    public double walkInColumnOrder(
            RealMatrixPreservingVisitor visitor, int startRow, int endRow, int startColumn, int endColumn) {
        MatrixUtils.checkSubMatrixIndex(this, startRow, endRow, startColumn, endColumn);
        return visitByColumns(visitor, startRow, endRow, startColumn, endColumn);
    }

    /** Equal to any {@link RealMatrix} of the same shape and entries. */
    @Override
    public boolean equals(Object object) {
        return super.equals(object);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    /** The entries of a small matrix, the shape of a large one. */
    @Override
    public String toString() {
        return values.length <= PRINTED_ENTRIES ? super.toString() : "DenseMatrix " + shape();
    }

    private double changeByRows(RealMatrixChangingVisitor visitor, int top, int bottom, int left, int right) {
        visitor.start(rows, columns, top, bottom, left, right);
        for (int i = top; i <= bottom; i++) {
            for (int j = left; j <= right; j++) {
                values[i * columns + j] = visitor.visit(i, j, values[i * columns + j]);
            }
        }
        return visitor.end();
    }

    private double visitByRows(RealMatrixPreservingVisitor visitor, int top, int bottom, int left, int right) {
        visitor.start(rows, columns, top, bottom, left, right);
        for (int i = top; i <= bottom; i++) {
            for (int j = left; j <= right; j++) {
                visitor.visit(i, j, values[i * columns + j]);
            }
        }
        return visitor.end();
    }

    private double changeByColumns(RealMatrixChangingVisitor visitor, int top, int bottom, int left, int right) {
        visitor.start(rows, columns, top, bottom, left, right);
        for (int j = left; j <= right; j++) {
            for (int i = top; i <= bottom; i++) {
                values[i * columns + j] = visitor.visit(i, j, values[i * columns + j]);
            }
        }
        return visitor.end();
    }

    private double visitByColumns(RealMatrixPreservingVisitor visitor, int top, int bottom, int left, int right) {
        visitor.start(rows, columns, top, bottom, left, right);
        for (int j = left; j <= right; j++) {
            for (int i = top; i <= bottom; i++) {
                visitor.visit(i, j, values[i * columns + j]);
            }
        }
        return visitor.end();
    }

    private void multiply(Form form, DenseMatrix a, DenseMatrix b, int inner, double alpha, double beta) {
        requireApart(a, b);
        Products.multiply(form, rows, columns, inner, alpha, a.values, b.values, beta, values);
    }

    private void requireApart(DenseMatrix a, DenseMatrix b) {
        if (values == a.values || values == b.values) {
            throw new IllegalArgumentException("the destination " + shape() + " of a product is one of its operands "
                    + a.shape() + " and " + b.shape());
        }
    }

    private ShapeException misfit(String product) {
        return new ShapeException(product + " does not fit the destination " + shape());
    }

    private static double[] entriesOf(RealMatrix matrix) {
        return matrix instanceof DenseMatrix dense ? dense.values : collect(matrix).values;
    }

    private static DenseMatrix collect(RealMatrix matrix) {
        DenseMatrix copy = new DenseMatrix(matrix.getRowDimension(), matrix.getColumnDimension());
        for (int i = 0; i < copy.rows; i++) {
            System.arraycopy(matrix.getRow(i), 0, copy.values, i * copy.columns, copy.columns);
        }
        return copy;
    }

    private static int entries(int rows, int columns) {
        long entries = (long) rows * columns;
        if (rows < 0 || columns < 0 || entries > Integer.MAX_VALUE - 8) {
            throw new ShapeException(rows + "x" + columns + " is no shape of a matrix: "
                    + (rows < 0 || columns < 0 ? "negative" : "more than 2^31 entries"));
        }
        return (int) entries;
    }
}
