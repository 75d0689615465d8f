package org.layerwise.regularizers;

import static org.layerwise.core.Options.requireNonNegative;

import org.layerwise.core.DenseMatrix;

/**
 * Penalizes sizes and squares of the weights together, the elastic net.
 *
 * <pre>{@code
 * penalty = l1/m Σ |W| + l2/(2m) Σ W²
 * dW     += l1/m sign(W) + l2/m W,  sign(0) = 0
 * }</pre>
 *
 * <p>Shapes: any. NaN and infinity in the weights come out in the penalty.
 * <p>Source: Zou, Hastie, "Regularization and variable selection via the elastic net", 2005.
 * <p>Differs from: Keras, whose penalty is l1 Σ |W| + l2 Σ W² whatever the number of examples, and whose defaults are 0.
 *
 * @param l1 λ of the sizes, at least 0; default 0.01
 * @param l2 λ of the squares, at least 0; default 0.01
 */
public record L1L2(double l1, double l2) implements Regularizer {
    /** With 0.01 for both. */
    public L1L2() {
        this(0.01, 0.01);
    }

    /** @throws org.layerwise.core.OptionException if an option is below 0 */
    public L1L2 {
        requireNonNegative("l1", l1);
        requireNonNegative("l2", l2);
    }

    @Override
    public double penalty(DenseMatrix weights, int examples) {
        return l1 / examples * weights.sumOfMagnitudes() + l2 / (2.0 * examples) * weights.sumOfSquares();
    }

    @Override
    public void addGradient(DenseMatrix weights, int examples, DenseMatrix gradient) {
        double[] ws = weights.values();
        double[] to = gradient.values();
        double ofSign = l1 / examples;
        double ofWeight = l2 / examples;
        for (int i = 0; i < ws.length; i++) {
            to[i] += ofSign * Signs.of(ws[i]) + ofWeight * ws[i];
        }
    }
}
