package org.layerwise.regularizers;

import static org.layerwise.core.Options.requireNonNegative;

import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;

/**
 * Penalizes units whose weights are not orthonormal to each other.
 *
 * <pre>{@code
 * penalty = λ/(2m) ‖W Wᵀ − I‖²          where W has no more rows than columns, else λ/(2m) ‖Wᵀ W − I‖²
 * dW     += 2λ/m (W Wᵀ − I) W           or 2λ/m W (Wᵀ W − I)
 * }</pre>
 *
 * <p>Shapes: any; ‖·‖ is Frobenius's norm. Costs one product of W with itself, and no memory.
 * <p>Source: Brock, Lim, Ritchie, Weston, "Neural photo editing with introspective adversarial networks", 2017.
 * <p>Differs from: Keras, which adds up the sizes of the cosines between rows, whatever the number of examples.
 *
 * @param lambda λ, at least 0; default 0.01
 */
public record Orthogonality(@Alias("factor") double lambda) implements Regularizer {
    /** With λ = 0.01. */
    public Orthogonality() {
        this(0.01);
    }

    /** @throws org.layerwise.core.OptionException if lambda is below 0 */
    public Orthogonality {
        requireNonNegative("lambda", lambda);
    }

    @Override
    public double penalty(DenseMatrix weights, int examples) {
        Vectors vectors = Vectors.of(weights);
        double[] ws = weights.values();
        double sum = 0;
        for (int i = 0; i < vectors.count; i++) {
            for (int k = 0; k < vectors.count; k++) {
                double off = vectors.product(ws, i, k) - (i == k ? 1 : 0);
                sum += off * off;
            }
        }
        return lambda / (2.0 * examples) * sum;
    }

    @Override
    public void addGradient(DenseMatrix weights, int examples, DenseMatrix gradient) {
        Vectors vectors = Vectors.of(weights);
        double[] ws = weights.values();
        double[] to = gradient.values();
        double factor = 2 * lambda / examples;
        for (int i = 0; i < vectors.count; i++) {
            for (int k = 0; k < vectors.count; k++) {
                double off = factor * (vectors.product(ws, i, k) - (i == k ? 1 : 0));
                vectors.add(off, ws, k, to, i);
            }
        }
    }

    /** The rows of a wide matrix, or the columns of a tall one, in its array. */
    private record Vectors(int count, int length, int start, int stride) {
        static Vectors of(DenseMatrix weights) {
            int rows = weights.getRowDimension();
            int columns = weights.getColumnDimension();
            return rows <= columns ? new Vectors(rows, columns, columns, 1) : new Vectors(columns, rows, 1, columns);
        }

        double product(double[] values, int i, int k) {
            double sum = 0;
            for (int j = 0; j < length; j++) {
                sum += values[i * start + j * stride] * values[k * start + j * stride];
            }
            return sum;
        }

        /** {@code to_i += factor · from_k}. */
        void add(double factor, double[] from, int k, double[] to, int i) {
            for (int j = 0; j < length; j++) {
                to[i * start + j * stride] += factor * from[k * start + j * stride];
            }
        }
    }
}
