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
        double[] ws = weights.values();
        int start = start(weights);
        int stride = stride(weights);
        int count = Math.min(weights.getRowDimension(), weights.getColumnDimension());
        int length = Math.max(weights.getRowDimension(), weights.getColumnDimension());
        double sum = 0;
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < count; k++) {
                double off = product(ws, i * start, k * start, stride, length) - (i == k ? 1 : 0);
                sum += off * off;
            }
        }
        return lambda / (2.0 * examples) * sum;
    }

    @Override
    public void addGradient(DenseMatrix weights, int examples, DenseMatrix gradient) {
        double[] ws = weights.values();
        double[] to = gradient.values();
        int start = start(weights);
        int stride = stride(weights);
        int count = Math.min(weights.getRowDimension(), weights.getColumnDimension());
        int length = Math.max(weights.getRowDimension(), weights.getColumnDimension());
        double factor = 2 * lambda / examples;
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < count; k++) {
                double off = product(ws, i * start, k * start, stride, length) - (i == k ? 1 : 0);
                for (int j = 0; j < length; j++) {
                    to[i * start + j * stride] += factor * off * ws[k * start + j * stride];
                }
            }
        }
    }

    /** From one vector to the next: the rows of a wide matrix are the vectors, the columns of a tall one. */
    private static int start(DenseMatrix weights) {
        return isWide(weights) ? weights.getColumnDimension() : 1;
    }

    /** From one entry of a vector to the next. */
    private static int stride(DenseMatrix weights) {
        return isWide(weights) ? 1 : weights.getColumnDimension();
    }

    private static boolean isWide(DenseMatrix weights) {
        return weights.getRowDimension() <= weights.getColumnDimension();
    }

    private static double product(double[] values, int a, int b, int stride, int length) {
        double sum = 0;
        for (int j = 0; j < length; j++) {
            sum += values[a + j * stride] * values[b + j * stride];
        }
        return sum;
    }
}
