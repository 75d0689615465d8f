package org.layerwise.network.layers;

import java.util.List;
import org.layerwise.network.Layer;
import org.layerwise.network.LayerContext;
import org.layerwise.network.LayerSpec;
import org.layerwise.network.internal.NoiseLayer;
import org.layerwise.regularizers.Noise;

/**
 * Any noise as a layer: {@code {type: noise, noise: {type: dropout, keep_prob: 0.8}}}; absent at inference and in a
 * gradient check.
 *
 * @param noise what happens to the activations while training; required
 */
public record NoiseSpec(Noise noise) implements LayerSpec {
    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public List<Layer> create(LayerContext context) {
        return List.of(new NoiseLayer(noise, context.noise()));
    }
}
