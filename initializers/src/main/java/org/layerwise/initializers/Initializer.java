package org.layerwise.initializers;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;

/** Fills the weights {@code W[l]} of shape (n[l], n[l-1]), or the biases {@code b[l]}, before training. */
public interface Initializer {
    /**
     * Overwrites every entry, row by row.
     *
     * @param weights destination
     * @param fan how many units the layer joins; for biases that of their layer's weights
     * @param random the stream to draw from
     */
    void initialize(DenseMatrix weights, Fan fan, RandomSource random);
}
