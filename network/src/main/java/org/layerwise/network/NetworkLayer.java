package org.layerwise.network;

import java.util.List;

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
}
