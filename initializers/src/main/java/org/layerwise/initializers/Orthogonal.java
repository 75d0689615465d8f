package org.layerwise.initializers;

import static org.layerwise.core.Options.requireFinite;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;

/**
 * A random matrix with orthonormal rows, or orthonormal columns where there are more rows than columns.
 *
 * <pre>{@code
 * W Wᵀ = gain² I   where rows ≤ columns
 * Wᵀ W = gain² I   where rows ≥ columns
 * }</pre>
 *
 * <p>Shapes: any. Drawn row by row from N(0, 1), then made orthonormal from the first row (column) on by Gram and
 * Schmidt's method, twice over, which gives every such matrix the same chance.
 * <p>Source: Saxe, McClelland, Ganguli, "Exact solutions to the nonlinear dynamics of learning in deep linear neural
 * networks", 2013.
 * <p>Differs from: Keras and PyTorch, which draw into the taller of the two shapes and take a QR decomposition: the
 * same distribution, other numbers from the same stream.
 *
 * @param gain factor of the whole matrix, any finite number; default 1
 */
public record Orthogonal(double gain) implements Initializer {
    /** With gain 1. */
    public Orthogonal() {
        this(1);
    }

    /** @throws org.layerwise.core.OptionException if gain is not finite */
    public Orthogonal {
        requireFinite("gain", gain);
    }

    @Override
    public void initialize(DenseMatrix weights, Fan fan, RandomSource random) {
        Draws.normal(weights, 0, 1, random);
        int rows = weights.getRowDimension();
        int columns = weights.getColumnDimension();
        if (rows <= columns) {
            orthonormalize(weights);
        } else {
            DenseMatrix transposed = weights.transpose();
            orthonormalize(transposed);
            System.arraycopy(transposed.transpose().values(), 0, weights.values(), 0, rows * columns);
        }
        double[] values = weights.values();
        for (int i = 0; i < values.length; i++) {
            values[i] *= gain;
        }
    }

    /** Row by row; the second pass removes what rounding left of the earlier rows. */
    private static void orthonormalize(DenseMatrix matrix) {
        int length = matrix.getColumnDimension();
        double[] values = matrix.values();
        for (int row = 0; row < values.length; row += length) {
            for (int pass = 0; pass < 2; pass++) {
                for (int earlier = 0; earlier < row; earlier += length) {
                    double along = dot(values, row, earlier, length);
                    for (int j = 0; j < length; j++) {
                        values[row + j] -= along * values[earlier + j];
                    }
                }
                double norm = Math.sqrt(dot(values, row, row, length));
                for (int j = 0; j < length; j++) {
                    values[row + j] /= norm;
                }
            }
        }
    }

    private static double dot(double[] values, int a, int b, int length) {
        double sum = 0;
        for (int j = 0; j < length; j++) {
            sum += values[a + j] * values[b + j];
        }
        return sum;
    }
}
