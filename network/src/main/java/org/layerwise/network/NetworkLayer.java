package org.layerwise.network;

import java.util.List;
import org.layerwise.core.Parameter;

/**
 * One layer as its author wrote it, and what it became.
 *
 * @param name {@code dense_1}: the type and its place among the layers, from 1
 * @param spec what it was made from, with the network's defaults filled in
 * @param inputs {@code n[l-1]}
 * @param outputs {@code n[l]}
 * @param layers the layers made from it, in forward order; {@code dense} makes {@code Z = W A + b} and {@code A = g(Z)}
 */
public record NetworkLayer(String name, LayerSpec spec, int inputs, int outputs, List<Layer> layers) {
    /** Copies the list. */
    public NetworkLayer {
        layers = List.copyOf(layers);
    }

    /** What the learning rate is multiplied by for the layer's parameters; 0 where training leaves them alone. */
    public double rateFactor() {
        return spec.trainable() ? spec.learningRateFactor() : 0;
    }

    /** The layer's parameters with their learning rates' factors, in the order in which they are saved. */
    public List<Parameter> parameters() {
        return layers.stream()
                .flatMap(layer -> layer.parameters().stream())
                .map(parameter -> parameter.scaledRate(rateFactor()))
                .toList();
    }
}
