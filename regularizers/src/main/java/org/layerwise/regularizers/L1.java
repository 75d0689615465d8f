package org.layerwise.regularizers;

import static org.layerwise.core.Options.requireNonNegative;

import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;

/**
 * Penalizes the sizes of the weights, which drives many of them to zero.
 *
 * <pre>{@code
 * penalty = λ/m Σ |W|
 * dW     += λ/m sign(W),  sign(0) = 0
 * }</pre>
 *
 * <p>Shapes: any. NaN and infinity in the weights come out in the penalty.
 * <p>Source: Tibshirani, "Regression shrinkage and selection via the lasso", 1996.
 * <p>Differs from: Keras, whose penalty is λ Σ |W| whatever the number of examples.
 *
 * @param lambda λ, at least 0; default 0.01
 */
public record L1(@Alias("l1") double lambda) implements Regularizer {
    /** With λ = 0.01. */
    public L1() {
        this(0.01);
    }

    /** @throws org.layerwise.core.OptionException if lambda is below 0 */
    public L1 {
        requireNonNegative("lambda", lambda);
    }

    @Override
    public double penalty(DenseMatrix weights, int examples) {
        return lambda / examples * weights.sumOfMagnitudes();
    }

    @Override
    public void addGradient(DenseMatrix weights, int examples, DenseMatrix gradient) {
        double[] ws = weights.values();
        double[] to = gradient.values();
        double factor = lambda / examples;
        for (int i = 0; i < ws.length; i++) {
            to[i] += factor * Signs.of(ws[i]);
        }
    }
}
