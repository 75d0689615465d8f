package org.layerwise.network.layers;

import static org.layerwise.core.Options.require;

import java.util.List;
import org.layerwise.network.Layer;
import org.layerwise.network.LayerContext;
import org.layerwise.network.LayerSpec;
import org.layerwise.network.internal.NoiseLayer;
import org.layerwise.regularizers.DropConnect;
import org.layerwise.regularizers.Noise;

/**
 * Any noise as a layer: {@code {type: noise, noise: {type: dropout, keep_prob: 0.8}}}; absent at inference and in a
 * gradient check.
 *
 * @param noise what happens to the activations while training; required
 */
public record NoiseSpec(Noise noise) implements LayerSpec {
    /** @throws org.layerwise.core.OptionException if the noise is one of weights */
    public NoiseSpec {
        require(
                !(noise instanceof DropConnect),
                "noise",
                "drop_connect",
                "a noise of activations; drop_connect is a dense layer's weight_noise");
    }

    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public List<Layer> create(LayerContext context) {
        return List.of(new NoiseLayer(noise, context.noise()));
    }
}
