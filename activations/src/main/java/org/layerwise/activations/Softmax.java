package org.layerwise.activations;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Probabilities;

/**
 * Turns the units of each example into probabilities that add up to 1.
 *
 * <pre>{@code
 * a_i  = e^(z_i − max z) / Σ_k e^(z_k − max z)
 * dZ_i = a_i (dA_i − Σ_k a_k dA_k)
 * }</pre>
 *
 * <p>Shapes: (units, examples); works on each column, and no finite input gives NaN. An infinite or NaN input gives a
 * column of NaN, except −∞ beside a finite one, which gives 0.
 * <p>Source: Bridle, "Probabilistic interpretation of feedforward classification network outputs", 1990.
 */
public record Softmax() implements Activation {
    @Override
    public void apply(DenseMatrix z, DenseMatrix a) {
        Probabilities.softmax(z, a);
    }

    @Override
    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
        Probabilities.differentiateSoftmax(a, dA, dZ);
    }
}
