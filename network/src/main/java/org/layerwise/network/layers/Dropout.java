package org.layerwise.network.layers;

import static org.layerwise.core.Options.require;

import java.util.List;
import org.layerwise.network.Layer;
import org.layerwise.network.LayerContext;
import org.layerwise.network.LayerSpec;
import org.layerwise.network.internal.NoiseLayer;

/**
 * Inverted dropout: while training each unit is kept with some probability and scaled so that its mean stays.
 *
 * <pre>{@code
 * D = rand < keep_prob,  A = A_prev ∘ D / keep_prob
 * dA_prev = dA ∘ D / keep_prob
 * }</pre>
 *
 * <p>Absent at inference and in a gradient check.
 * <p>Source: Srivastava and others, "Dropout: a simple way to prevent neural networks from overfitting", 2014; the
 * inverted form as in Ng, "Improving Deep Neural Networks", week 1.
 * <p>Differs from: Keras and PyTorch, whose option is the share that is dropped, {@code 1 − keep_prob}.
 *
 * @param keepProb the probability of keeping a unit, in (0, 1]; required
 */
public record Dropout(double keepProb) implements LayerSpec {
    /** @throws org.layerwise.core.OptionException if keepProb is outside (0, 1] */
    public Dropout {
        require(keepProb > 0 && keepProb <= 1, "keep_prob", keepProb, "in (0, 1]");
    }

    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public List<Layer> create(LayerContext context) {
        return List.of(new NoiseLayer(new org.layerwise.regularizers.Dropout(keepProb), context.noise()));
    }
}
