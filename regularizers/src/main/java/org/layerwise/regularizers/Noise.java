package org.layerwise.regularizers;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;

/**
 * Noise on activations while training, absent at inference and in a gradient check: dropout and its kin.
 *
 * <p>Shapes: input, output and slope are (units, examples). Draws are made row by row.
 */
public interface Noise {
    /**
     * Writes the noisy output and its derivative.
     *
     * @param input A of the layer before
     * @param output destination; may be the same object as input
     * @param slope destination of {@code ∂output/∂input}, element by element; the way back is {@code dInput = slope ∘ dOutput}
     */
    void apply(DenseMatrix input, DenseMatrix output, DenseMatrix slope, RandomSource random);
}
