package org.layerwise.network.layers;

import static org.layerwise.core.Options.requireFinite;
import static org.layerwise.core.Options.requireNonNegative;

import java.util.Arrays;
import java.util.List;
import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.network.Layer;
import org.layerwise.network.LayerContext;
import org.layerwise.network.LayerSpec;
import org.layerwise.network.internal.PreluLayer;

/**
 * A leaky ReLU that learns its slope, one for each unit.
 *
 * <pre>{@code
 * a  = z where z > 0, else α z
 * dα = 1/m Σ dA min(z, 0)
 * dZ = dA where z > 0, else α dA
 * }</pre>
 *
 * <p>Shapes: α is (units, 1). A layer of its own, after a linear {@code dense}.
 * <p>Source: He and others, "Delving deep into rectifiers: surpassing human-level performance on ImageNet
 * classification", 2015; the initial slope is the paper's and PyTorch's.
 * <p>Differs from: PyTorch, which has one α for all units unless told otherwise; Keras, whose slopes begin at 0.
 *
 * @param slope α before training, finite; default 0.25
 * @param trainable whether training changes the layer's parameters; default true
 * @param learningRateFactor what the learning rate is multiplied by for this layer, at least 0; default 1
 */
public record Prelu(
        double slope,
        boolean trainable,

        @Alias({"lr_factor", "learning_rate_multiplier", "lr_multiplier"})
        double learningRateFactor)
        implements LayerSpec {
    /** Slopes of 0.25. */
    public Prelu() {
        this(0.25, true, 1);
    }

    /** With these slopes, trained like every other layer. */
    public Prelu(double slope) {
        this(slope, true, 1);
    }

    /** @throws org.layerwise.core.OptionException if slope is not finite */
    public Prelu {
        requireNonNegative("learning_rate_factor", learningRateFactor);
        requireFinite("slope", slope);
    }

    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public List<Layer> create(LayerContext context) {
        DenseMatrix slopes = new DenseMatrix(context.inputs(), 1);
        Arrays.fill(slopes.values(), slope);
        return List.of(new PreluLayer(Parameter.of(context.name() + ".alpha", slopes)));
    }
}
