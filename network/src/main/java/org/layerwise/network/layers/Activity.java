package org.layerwise.network.layers;

import java.util.List;
import org.layerwise.network.Layer;
import org.layerwise.network.LayerContext;
import org.layerwise.network.LayerSpec;
import org.layerwise.network.internal.ActivityLayer;
import org.layerwise.regularizers.Regularizer;

/**
 * A penalty on the activations that pass through: keeps them small, or few.
 *
 * <pre>{@code
 * A = A_prev
 * J = 1/m Σ L + penalty(A, m)      e.g. l2: λ/(2m) Σ a², l1: λ/m Σ |a|
 * }</pre>
 *
 * <p>Shapes: any. The penalty is part of the cost of every part of the data; with the built-in regularizers it is a
 * mean over the examples. A dense layer's {@code activity_regularizer} is the same after its activation.
 * <p>Source: Keras, {@code ActivityRegularization}.
 * <p>Differs from: Keras, whose l2 has no factor 1/2.
 *
 * @param regularizer the penalty, taken of A in place of W
 */
public record Activity(Regularizer regularizer) implements LayerSpec {
    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public List<Layer> create(LayerContext context) {
        return List.of(new ActivityLayer(regularizer));
    }
}
