package org.layerwise.activations;

import org.layerwise.core.DenseMatrix;

/** Steps of the functions that work on the columns of a matrix, one example each; they need no scratch memory. */
final class Columns {
    private Columns() {}

    /** {@code a = z − max z} for each column; the matrices may be one. */
    static void subtractMaximum(DenseMatrix z, DenseMatrix a) {
        int columns = z.getColumnDimension();
        double[] from = z.values();
        double[] to = a.values();
        for (int j = 0; j < columns; j++) {
            double max = Double.NEGATIVE_INFINITY;
            for (int i = j; i < from.length; i += columns) {
                max = Math.max(max, from[i]);
            }
            for (int i = j; i < from.length; i += columns) {
                to[i] = from[i] - max;
            }
        }
    }

    /** {@code a = a / Σ a} for each column. */
    static void divideBySum(DenseMatrix a) {
        int columns = a.getColumnDimension();
        double[] as = a.values();
        for (int j = 0; j < columns; j++) {
            double sum = 0;
            for (int i = j; i < as.length; i += columns) {
                sum += as[i];
            }
            for (int i = j; i < as.length; i += columns) {
                as[i] /= sum;
            }
        }
    }

    /** {@code a = min z − z} for each column; the matrices may be one. */
    static void subtractFromMinimum(DenseMatrix z, DenseMatrix a) {
        int columns = z.getColumnDimension();
        double[] from = z.values();
        double[] to = a.values();
        for (int j = 0; j < columns; j++) {
            double min = Double.POSITIVE_INFINITY;
            for (int i = j; i < from.length; i += columns) {
                min = Math.min(min, from[i]);
            }
            for (int i = j; i < from.length; i += columns) {
                to[i] = min - from[i];
            }
        }
    }

    /** {@code dZ_i = sign · a_i (dA_i − Σ_k a_k dA_k)} for each column; dZ and dA may be one. */
    static void differentiateSoftmax(DenseMatrix a, DenseMatrix dA, DenseMatrix dZ, double sign) {
        int columns = a.getColumnDimension();
        double[] as = a.values();
        double[] from = dA.values();
        double[] to = dZ.values();
        for (int j = 0; j < columns; j++) {
            double sum = 0;
            for (int i = j; i < as.length; i += columns) {
                sum += as[i] * from[i];
            }
            for (int i = j; i < as.length; i += columns) {
                to[i] = sign * as[i] * (from[i] - sum);
            }
        }
    }
}
