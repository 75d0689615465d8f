package org.layerwise.experiment.internal.run;

import java.util.List;
import org.layerwise.activations.Linear;
import org.layerwise.network.LayerSpec;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.layers.Residual;

/**
 * What layers need, as far as dense ones and those within residual ones go; of another layer the values that leave it.
 *
 * @param parameters how many numbers training changes
 * @param weights how many of them are entries of weight matrices
 * @param largest the entries of the largest weight matrix
 * @param values how many numbers the layers hold for each example on the way forward, the input not among them
 * @param gradients how many on the way back
 * @param operands how many operands of products there are for each example, inputs of dense layers and gradients of Z,
 *     the input of the first layer not among them
 */
record LayerSizes(long parameters, long weights, long largest, long values, long gradients, long operands) {
    private static final LayerSizes NONE = new LayerSizes(0, 0, 0, 0, 0, 0);

    /** Of layers in a row behind so many features; their defaults are filled in. */
    static LayerSizes of(List<LayerSpec> layers, int inputs) {
        return of(layers, inputs, true);
    }

    /** @param overwriting whether A is written over Z where the activation allows it, which residual blocks do not */
    private static LayerSizes of(List<LayerSpec> layers, int inputs, boolean overwriting) {
        LayerSizes all = NONE;
        int width = inputs;
        for (int i = 0; i < layers.size(); i++) {
            LayerSpec layer = layers.get(i);
            int next = layer.outputs(width);
            all = all.plus(of(layer, width, next, i == 0, overwriting && i + 1 < layers.size()));
            width = next;
        }
        return all;
    }

    private static LayerSizes of(LayerSpec layer, long inputs, long outputs, boolean first, boolean overwriting) {
        if (layer instanceof Dense dense) {
            long weights = inputs * outputs;
            boolean both = dense.activation()
                    .filter(g -> !(g instanceof Linear) && !(overwriting && g.backpropagatesFromOutput()))
                    .isPresent();
            return new LayerSizes(
                    weights + (dense.useBias() ? outputs : 0),
                    weights,
                    weights,
                    both ? 2 * outputs : outputs,
                    outputs,
                    (first ? 0 : inputs) + outputs);
        }
        LayerSizes own = new LayerSizes(0, 0, 0, outputs, outputs, 0);
        if (layer instanceof Residual residual) {
            LayerSizes within = of(residual.layers(), Math.toIntExact(inputs), false);
            long projection = residual.projection() ? inputs * outputs : 0;
            return own.plus(within)
                    .plus(new LayerSizes(projection, projection, projection, 0, inputs, inputs + outputs));
        }
        return own;
    }

    private LayerSizes plus(LayerSizes more) {
        return new LayerSizes(
                parameters + more.parameters,
                weights + more.weights,
                Math.max(largest, more.largest),
                values + more.values,
                gradients + more.gradients,
                operands + more.operands);
    }
}
