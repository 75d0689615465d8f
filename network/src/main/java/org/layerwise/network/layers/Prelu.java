package org.layerwise.network.layers;

import static org.layerwise.core.Options.requireFinite;

import java.util.Arrays;
import java.util.List;
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
 */
public record Prelu(double slope) implements LayerSpec {
    /** Slopes of 0.25. */
    public Prelu() {
        this(0.25);
    }

    /** @throws org.layerwise.core.OptionException if slope is not finite */
    public Prelu {
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
