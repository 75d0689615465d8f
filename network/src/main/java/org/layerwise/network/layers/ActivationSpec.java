package org.layerwise.network.layers;

import java.util.List;
import org.layerwise.activations.Activation;
import org.layerwise.core.Alias;
import org.layerwise.network.Layer;
import org.layerwise.network.LayerContext;
import org.layerwise.network.LayerSpec;
import org.layerwise.network.internal.ActivationLayer;

/**
 * An activation as a layer of its own, for example after batch normalization: {@code A = g(A_prev)}.
 *
 * <p>Written {@code {type: activation, activation: relu}}.
 *
 * @param activation g; required
 */
public record ActivationSpec(@Alias("function") Activation activation) implements LayerSpec {
    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public List<Layer> create(LayerContext context) {
        return List.of(new ActivationLayer(activation));
    }
}
