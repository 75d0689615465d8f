package org.layerwise.training;

import java.util.OptionalDouble;

/**
 * How a layer was doing at the end of an epoch.
 *
 * @param layer its name, {@code dense_1}
 * @param parameters the numbers of the layer that training changes; 0 where it has none
 * @param weights {@code ‖θ‖}, the Euclidean norm of all parameters of the layer together, before the epoch's last update
 * @param gradients {@code ‖dθ‖} of the epoch's last batch, the penalty's included, before clipping
 * @param updates {@code ‖Δθ‖}, by how much the epoch's last update moved the parameters
 * @param activations the root mean square of the layer's outputs over all training examples and units, noise off
 * @param dead the share of units that are 0 for every training example, in [0, 1]; of relu and relu6 only
 * @param saturated the share of outputs over all training examples that are within 5 % of an end of the activation's
 *     range, in [0, 1]; of sigmoid, tanh and their hard forms only
 */
public record LayerHealth(
        String layer,
        long parameters,
        double weights,
        double gradients,
        double updates,
        double activations,
        OptionalDouble dead,
        OptionalDouble saturated) {
    /** {@code ‖Δθ‖ / ‖θ‖}: about 0.001 is usual, above 0.1 is a lot; NaN where the parameters are all 0. */
    public double updateRatio() {
        return weights == 0 ? Double.NaN : updates / weights;
    }

    /** {@code ‖dθ‖ / √n}, the size of a typical entry of the gradient; NaN where there are no parameters. */
    public double typicalGradient() {
        return parameters == 0 ? Double.NaN : gradients / Math.sqrt((double) parameters);
    }
}
