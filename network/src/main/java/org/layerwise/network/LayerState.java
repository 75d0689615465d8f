package org.layerwise.network;

import org.layerwise.core.DenseMatrix;

/**
 * What a layer remembers besides its parameters and what inference needs, such as the running mean of batch
 * normalization: saved with the model, never given to an optimizer.
 *
 * @param name where it belongs, as for a parameter: {@code batch_norm_2.running_mean}
 * @param value the matrix itself; filling it restores the layer
 */
public record LayerState(String name, DenseMatrix value) {}
