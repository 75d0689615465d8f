package org.layerwise.network;

import java.util.List;
import java.util.Optional;
import org.layerwise.activations.Activation;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;

/**
 * One layer of a network at work: made from a {@link LayerSpec}, it holds the parameters.
 *
 * <p>Shapes: input is (inputs, examples), output is (outputs, examples). The caller owns both and hands the same ones
 * to the way back. What a layer must keep from the way forward to the way back (a dropout mask) it keeps itself, for
 * one step at a time.
 */
public interface Layer {
    /** The units that leave the layer when so many come in; the same number unless a layer says otherwise. */
    default int outputs(int inputs) {
        return inputs;
    }

    /** The parameters, in the order in which they are saved; empty where there are none. */
    List<Parameter> parameters();

    /** The terms that this layer adds to the cost. */
    default List<Penalty> penalties() {
        return List.of();
    }

    /** What this layer's parameters must satisfy after each update. */
    default List<Constrained> constraints() {
        return List.of();
    }

    /**
     * What this layer adds to the mean loss for the values that pass through it, {@code 1/m Σ …} over the examples; its
     * way back adds the derivative. Computed after a forward pass, at inference too.
     */
    default double activityPenalty(DenseMatrix output) {
        return 0;
    }

    /** Whether a training step draws noise, so that the same parameters and input may give another cost. */
    default boolean drawsNoise() {
        return false;
    }

    /** Whether the output is always the input, so that a loss may look through to the activation before it. */
    default boolean isIdentity() {
        return false;
    }

    /** What inference needs besides the parameters, in the order in which it is saved. */
    default List<LayerState> state() {
        return List.of();
    }

    /**
     * Says, once and before the first pass, that training leaves this layer alone. Nothing to do where only parameters
     * change; batch normalization uses its running statistics then, and leaves them as they are.
     */
    default void freeze() {}

    /**
     * Says that this matrix, an input of training steps, is not changed any more: a layer that needs it in another form
     * may keep that. Nothing to do for all others.
     */
    default void keep(DenseMatrix input) {}

    /** The activation function, where this layer is nothing but {@code A = g(Z)}: a loss may be computed together with it. */
    default Optional<Activation> activation() {
        return Optional.empty();
    }

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

    /**
     * The forward pass of a training step without its noise and without its side effects, so that the same input gives
     * the same output: what a gradient check differentiates. The way back that follows belongs to this pass. Layers
     * that override {@link #forwardTraining} override this one too.
     */
    default void forwardWithoutNoise(DenseMatrix input, DenseMatrix output) {
        forward(input, output);
    }

    /** Writes the parameters' gradients: {@code dW = 1/m dZ A_prevᵀ}, {@code db = 1/m Σ dZ}. */
    default void differentiateParameters(DenseMatrix input, DenseMatrix dOutput) {}

    /**
     * Writes the gradient with respect to the input: {@code dA_prev = Wᵀ dZ}.
     *
     * @param dOutput the gradient with respect to the output, of each example, without the factor 1/m
     * @param dInput destination; where {@link #activation} is present it may be the same object as dOutput
     */
    void backpropagate(DenseMatrix input, DenseMatrix output, DenseMatrix dOutput, DenseMatrix dInput);
}
