package org.layerwise.activations;

import org.layerwise.core.DenseMatrix;

/**
 * The function {@code A = g(Z)} of a layer and its derivative.
 *
 * <p>Shapes: Z, A, dA and dZ are (units, examples); each column is one example. Implementations are immutable records
 * and write into the matrices that they are given. Element-wise functions implement {@link ScalarActivation}.
 */
public interface Activation {
    /** Writes {@code a = g(z)}. The two may be one object when {@link #backpropagate} will not follow. */
    void apply(DenseMatrix z, DenseMatrix a);

    /**
     * Writes {@code dZ}, the gradient with respect to Z, from {@code dA}; {@code dZ = dA ∘ g'(Z)} where g works
     * element by element.
     *
     * @param z what {@link #apply} was given
     * @param a what it wrote
     * @param dA the gradient with respect to A
     * @param dZ destination; may be the same object as dA
     */
    void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ);

    /**
     * Whether {@link #backpropagate} reads A and not Z, so that a network may write A over Z: it then hands one object
     * to {@link #apply} and {@link #backpropagate} as both. This saves memory, and time where A fits a cache that both
     * do not.
     */
    default boolean backpropagatesFromOutput() {
        return false;
    }
}
