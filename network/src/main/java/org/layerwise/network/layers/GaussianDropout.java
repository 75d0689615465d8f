package org.layerwise.network.layers;

import static org.layerwise.core.Options.require;

import java.util.List;
import org.layerwise.network.Layer;
import org.layerwise.network.LayerContext;
import org.layerwise.network.LayerSpec;
import org.layerwise.network.internal.NoiseLayer;

/**
 * Multiplies the activations by normal noise of mean 1 that has the variance of inverted dropout.
 *
 * <pre>{@code
 * N = 1 + √((1 − keep_prob) / keep_prob) · randn,  A = A_prev ∘ N
 * dA_prev = dA ∘ N
 * }</pre>
 *
 * <p>Shapes: any; one draw for each entry, row by row. Absent at inference and in a gradient check.
 * <p>Source: Srivastava and others, "Dropout: a simple way to prevent neural networks from overfitting", 2014, section 10.
 * <p>Differs from: Keras, whose option is the share that is dropped, {@code 1 − keep_prob}.
 *
 * @param keepProb the dropout that it stands for, in (0, 1]; required
 */
public record GaussianDropout(double keepProb) implements LayerSpec {
    /** @throws org.layerwise.core.OptionException if keepProb is outside (0, 1] */
    public GaussianDropout {
        require(keepProb > 0 && keepProb <= 1, "keep_prob", keepProb, "in (0, 1]");
    }

    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public List<Layer> create(LayerContext context) {
        return List.of(new NoiseLayer(new org.layerwise.regularizers.GaussianDropout(keepProb), context.noise()));
    }
}
