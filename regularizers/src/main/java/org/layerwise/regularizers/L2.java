package org.layerwise.regularizers;

import static org.layerwise.core.Options.requireNonNegative;

import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;

/**
 * Penalizes the squares of the weights.
 *
 * <pre>{@code
 * penalty = λ/(2m) Σ W²
 * dW     += λ/m W
 * }</pre>
 *
 * <p>Shapes: any. NaN and infinity in the weights come out in the penalty.
 * <p>Source: Hoerl, Kennard, "Ridge regression", 1970; the course's "L2 regularization".
 * <p>Differs from: Keras, whose penalty is λ Σ W² whatever the number of examples; PyTorch's {@code weight_decay},
 * whose gradient is λ W.
 *
 * @param lambda λ, at least 0; default 0.01
 */
public record L2(@Alias("l2") double lambda) implements Regularizer {
    /** With λ = 0.01. */
    public L2() {
        this(0.01);
    }

    /** @throws org.layerwise.core.OptionException if lambda is below 0 */
    public L2 {
        requireNonNegative("lambda", lambda);
    }

    @Override
    public double penalty(DenseMatrix weights, int examples) {
        return lambda / (2.0 * examples) * weights.sumOfSquares();
    }

    @Override
    public void addGradient(DenseMatrix weights, int examples, DenseMatrix gradient) {
        gradient.addScaled(lambda / examples, weights);
    }
}
