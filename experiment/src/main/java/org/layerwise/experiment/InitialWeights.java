package org.layerwise.experiment;

import java.nio.file.Path;
import java.util.List;

/**
 * Weights of an earlier run to begin with: for fine-tuning. Running statistics of normalization come with them.
 *
 * <p>Layers are known by their names, {@code dense_1}, {@code residual_2}: the type and the place among the layers, from
 * 1. {@code trainable: false} on a layer keeps what was loaded; {@code learning_rate_factor} lets it change slowly.
 *
 * @param from the folder of the run, or a {@code .safetensors} file; relative to the experiment file
 * @param layers the layers whose weights are taken; default all of them, both networks then having the same ones
 */
public record InitialWeights(Path from, List<String> layers) {
    /** All layers. */
    public InitialWeights(Path from) {
        this(from, List.of());
    }

    /** Copies the list. */
    public InitialWeights {
        layers = List.copyOf(layers);
    }
}
