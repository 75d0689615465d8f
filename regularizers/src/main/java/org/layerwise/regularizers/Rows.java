package org.layerwise.regularizers;

import org.layerwise.core.DenseMatrix;

/** The lengths of a matrix's rows. */
final class Rows {
    private Rows() {}

    /** {@code ‖w‖} of a row, also where the squares alone would overflow or vanish. */
    static double norm(DenseMatrix matrix, int row) {
        double[] values = matrix.values();
        int from = row * matrix.getColumnDimension();
        int to = from + matrix.getColumnDimension();
        double largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        if (largest == 0 || !(largest < Double.POSITIVE_INFINITY)) {
            return largest;
        }
        double scale = Math.scalb(1.0, -Math.max(Math.getExponent(largest), Double.MIN_EXPONENT));
        double sum = 0;
        for (int i = from; i < to; i++) {
            double scaled = values[i] * scale;
            sum += scaled * scaled;
        }
        return Math.sqrt(sum) / scale;
    }

    /** Multiplies a row of this length so that it gets another; a row of zeros stays what it is. */
    static void setNorm(DenseMatrix matrix, int row, double norm, double wanted) {
        if (norm == 0 || norm == wanted) {
            return;
        }
        double[] values = matrix.values();
        int from = row * matrix.getColumnDimension();
        int to = from + matrix.getColumnDimension();
        for (int i = from; i < to; i++) {
            values[i] = values[i] / norm * wanted;
        }
    }
}
