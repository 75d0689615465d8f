package org.layerwise.network.layers;

import static org.layerwise.core.Options.requireNonNegative;
import static org.layerwise.core.Options.requirePositive;

import java.util.List;
import org.layerwise.core.Alias;
import org.layerwise.network.Layer;
import org.layerwise.network.LayerContext;
import org.layerwise.network.LayerSpec;
import org.layerwise.network.internal.LayerNormLayer;

/**
 * Layer normalization: the units of each example get mean 0 and variance 1, then a learnt scale and shift. The same
 * while training and at inference.
 *
 * <pre>{@code
 * μ = 1/n Σ z,  σ² = 1/n Σ (z − μ)²  over the n units of an example
 * ẑ = (z − μ) / √(σ² + ε),  a = γ ẑ + β
 * dẐ = γ dA,  dZ = (dẐ − 1/n Σ dẐ − ẑ 1/n Σ dẐ ẑ) / √(σ² + ε)
 * }</pre>
 *
 * <p>Shapes: γ and β are (units, 1).
 * <p>Source: Ba, Kiros, Hinton, "Layer normalization", 2016; Keras, {@code LayerNormalization}, whose defaults these
 * are.
 * <p>Differs from: PyTorch, whose ε is 1e-5.
 *
 * @param epsilon ε, > 0; default 0.001
 * @param center whether there is a β; default true
 * @param scale whether there is a γ; default true
 * @param trainable whether training changes the layer's parameters; default true
 * @param learningRateFactor what the learning rate is multiplied by for this layer, at least 0; default 1
 */
public record LayerNorm(
        @Alias("eps") double epsilon,
        boolean center,
        boolean scale,
        boolean trainable,

        @Alias({"lr_factor", "learning_rate_multiplier", "lr_multiplier"})
        double learningRateFactor)
        implements LayerSpec {
    /** Keras's defaults. */
    public LayerNorm() {
        this(0.001, true, true);
    }

    /** With these options, trained like every other layer. */
    public LayerNorm(double epsilon, boolean center, boolean scale) {
        this(epsilon, center, scale, true, 1);
    }

    /** @throws org.layerwise.core.OptionException if epsilon is not above 0 */
    public LayerNorm {
        requireNonNegative("learning_rate_factor", learningRateFactor);
        requirePositive("epsilon", epsilon);
    }

    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public List<Layer> create(LayerContext context) {
        return List.of(new LayerNormLayer(context.name(), context.inputs(), this));
    }
}
