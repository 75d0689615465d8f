package org.layerwise.network.internal;

import java.util.List;
import java.util.Optional;
import org.layerwise.activations.Activation;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.network.Layer;

/**
 * {@code A = g(Z)}.
 *
 * @param function g
 */
public record ActivationLayer(Activation function) implements Layer {
    @Override
    public Optional<Activation> activation() {
        return Optional.of(function);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public void forward(DenseMatrix input, DenseMatrix output) {
        function.apply(input, output);
    }

    @Override
    public void backpropagate(DenseMatrix input, DenseMatrix output, DenseMatrix dOutput, DenseMatrix dInput) {
        function.backpropagate(input, output, dOutput, dInput);
    }
}
