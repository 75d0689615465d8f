package org.layerwise.network;

import java.util.List;

/**
 * What an experiment file says of a layer: an immutable record from which {@link Layer}s are made.
 *
 * <p>One line of a file may make several layers: {@code dense} makes {@code Z = W A + b} and, apart from it,
 * {@code A = g(Z)}.
 */
public interface LayerSpec {
    /**
     * The units that leave the layer when so many come in.
     *
     * @throws org.layerwise.core.ShapeException if the layer can't take so many inputs
     */
    int outputs(int inputs);

    /** Whether training changes the layer's parameters; true unless the layer has an option of this name. */
    default boolean trainable() {
        return true;
    }

    /**
     * What the learning rate is multiplied by for the layer's parameters, at least 0; 1 unless the layer has an option of
     * this name.
     */
    default double learningRateFactor() {
        return 1;
    }

    /** This layer with what it leaves open taken from the network's defaults. */
    default LayerSpec withDefaults(LayerDefaults defaults) {
        return this;
    }

    /** Makes the layers, in forward order, and draws their initial weights. */
    List<Layer> create(LayerContext context);
}
