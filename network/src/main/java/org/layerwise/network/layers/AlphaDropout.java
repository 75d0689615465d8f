package org.layerwise.network.layers;

import static org.layerwise.core.Options.require;

import java.util.List;
import org.layerwise.network.Layer;
import org.layerwise.network.LayerContext;
import org.layerwise.network.LayerSpec;
import org.layerwise.network.internal.NoiseLayer;

/**
 * Dropout for networks of {@code selu}: units are set to its floor in place of 0, scaled and shifted so that mean 0 and
 * variance 1 stay.
 *
 * <pre>{@code
 * D = rand < keep_prob,  A = scale (A_prev where D, else floor) + shift,  floor = −1.7580993408473766
 * scale = 1 / √(keep_prob (1 + (1 − keep_prob) floor²)),  shift = −scale (1 − keep_prob) floor
 * dA_prev = scale dA ∘ D
 * }</pre>
 *
 * <p>Shapes: any; one draw for each entry, row by row. Absent at inference and in a gradient check.
 * <p>Source: Klambauer, Unterthiner, Mayr, Hochreiter, "Self-normalizing neural networks", 2017.
 * <p>Differs from: Keras and PyTorch, whose option is the share that is dropped, {@code 1 − keep_prob}.
 *
 * @param keepProb the probability of keeping a unit, in (0, 1]; required
 */
public record AlphaDropout(double keepProb) implements LayerSpec {
    /** @throws org.layerwise.core.OptionException if keepProb is outside (0, 1] */
    public AlphaDropout {
        require(keepProb > 0 && keepProb <= 1, "keep_prob", keepProb, "in (0, 1]");
    }

    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public List<Layer> create(LayerContext context) {
        return List.of(new NoiseLayer(new org.layerwise.regularizers.AlphaDropout(keepProb), context.noise()));
    }
}
