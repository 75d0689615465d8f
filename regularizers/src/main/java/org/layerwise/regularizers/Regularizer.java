package org.layerwise.regularizers;

import org.layerwise.core.DenseMatrix;

/** A penalty on weights that is added to the cost: {@code J = 1/m Σ L + penalty}. */
public interface Regularizer {
    /**
     * The penalty, for example {@code λ/(2m) ‖W‖²}.
     *
     * @param examples {@code m}, the examples over which the cost is taken
     */
    double penalty(DenseMatrix weights, int examples);

    /** Adds the penalty's derivative to the gradient, for example {@code dW += λ/m W}. */
    void addGradient(DenseMatrix weights, int examples, DenseMatrix gradient);
}
