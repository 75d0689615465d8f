package org.layerwise.network;

import java.util.List;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;

/**
 * One layer of a network at work: made from a {@link LayerSpec}, it holds the parameters.
 *
 * <p>Shapes: input is (inputs, examples), output is (outputs, examples). The caller owns both and hands the same ones
 * to the way back.
 */
public interface Layer {
    /** The parameters, in the order in which they are saved; empty where there are none. */
    List<Parameter> parameters();

    /** Inference: no noise, no side effects. */
    void forward(DenseMatrix input, DenseMatrix output);

    /**
     * The forward pass of a training step; like {@link #forward} unless the layer behaves differently while training.
     *
     * @param step updates already done, from 0
     */
    default void forwardTraining(DenseMatrix input, DenseMatrix output, long step) {
        forward(input, output);
    }

    /** Writes the parameters' gradients: {@code dW = 1/m dZ A_prevᵀ}, {@code db = 1/m Σ dZ}. */
    default void differentiateParameters(DenseMatrix input, DenseMatrix dOutput) {}

    /**
     * Writes the gradient with respect to the input: {@code dA_prev = Wᵀ dZ}.
     *
     * @param dInput destination
     */
    void backpropagate(DenseMatrix input, DenseMatrix output, DenseMatrix dOutput, DenseMatrix dInput);
}
