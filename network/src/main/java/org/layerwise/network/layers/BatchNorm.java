package org.layerwise.network.layers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireNonNegative;
import static org.layerwise.core.Options.requirePositive;

import java.util.List;
import org.layerwise.core.Alias;
import org.layerwise.network.Layer;
import org.layerwise.network.LayerContext;
import org.layerwise.network.LayerSpec;
import org.layerwise.network.internal.BatchNormLayer;

/**
 * Batch normalization: each unit gets mean 0 and variance 1 over the examples of the batch, then a learnt scale and
 * shift.
 *
 * <pre>{@code
 * μ = 1/m Σ z,  σ² = 1/m Σ (z − μ)²
 * ẑ = (z − μ) / √(σ² + ε),  a = γ ẑ + β
 * dγ = 1/m Σ dA ẑ,  dβ = 1/m Σ dA
 * dZ = γ / √(σ² + ε) (dA − 1/m Σ dA − ẑ 1/m Σ dA ẑ)
 * }</pre>
 *
 * <p>Shapes: γ, β and the running statistics are (units, 1). At inference the running mean and variance stand for the
 * batch's; each training step moves them: {@code running = momentum · running + (1 − momentum) · batch}. They begin at 0
 * and 1, are saved with the model, and a gradient check leaves them alone.
 * <p>To normalize before the activation, write a linear dense layer, this, and an {@code activation} layer.
 * <p>Source: Ioffe, Szegedy, "Batch normalization: accelerating deep network training by reducing internal covariate
 * shift", 2015; Keras, {@code BatchNormalization}, whose defaults these are.
 * <p>Differs from: PyTorch, whose momentum is 1 − this one (0.1) and whose ε is 1e-5; it moves the running variance by
 * the batch's sample variance.
 *
 * @param momentum the share of the running statistics that a step keeps, in [0, 1); default 0.99
 * @param epsilon ε, > 0; default 0.001
 * @param center whether there is a β; default true
 * @param scale whether there is a γ; default true
 * @param trainable whether training changes the layer's parameters; default true
 * @param learningRateFactor what the learning rate is multiplied by for this layer, at least 0; default 1
 */
public record BatchNorm(
        double momentum,
        @Alias("eps") double epsilon,
        boolean center,
        boolean scale,
        boolean trainable,

        @Alias({"lr_factor", "learning_rate_multiplier", "lr_multiplier"})
        double learningRateFactor)
        implements LayerSpec {
    /** Keras's defaults. */
    public BatchNorm() {
        this(0.99, 0.001, true, true);
    }

    /** With these options, trained like every other layer. */
    public BatchNorm(double momentum, double epsilon, boolean center, boolean scale) {
        this(momentum, epsilon, center, scale, true, 1);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public BatchNorm {
        requireNonNegative("learning_rate_factor", learningRateFactor);
        require(momentum >= 0 && momentum < 1, "momentum", momentum, "in [0, 1)");
        requirePositive("epsilon", epsilon);
    }

    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public List<Layer> create(LayerContext context) {
        return List.of(new BatchNormLayer(context.name(), context.inputs(), this));
    }
}
