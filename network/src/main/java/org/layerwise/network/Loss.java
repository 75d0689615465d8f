package org.layerwise.network;

import java.util.Optional;
import org.layerwise.activations.Activation;
import org.layerwise.core.DenseMatrix;

/**
 * The loss {@code L(Â, Y)} of each example; the cost is its mean over the examples, {@code J = 1/m Σ L}.
 *
 * <p>Shapes: prediction and target are (outputs, examples), losses is (1, examples).
 */
public interface Loss {
    /** What the target holds; data are encoded so. */
    TargetKind targets();

    /** Writes the loss of each example. */
    void values(DenseMatrix prediction, DenseMatrix target, DenseMatrix losses);

    /**
     * Writes {@code dA = ∂L/∂A} of each example, without the factor 1/m: layers apply it, as in {@code dW = 1/m dZ A_prevᵀ}.
     *
     * @param dPrediction destination; not an operand
     */
    void gradient(DenseMatrix prediction, DenseMatrix target, DenseMatrix dPrediction);

    /**
     * This loss computed together with the output's activation from the pre-activation Z, where the two apart would
     * lose digits or overflow; empty where nothing is gained.
     */
    default Optional<Fused> fusedWith(Activation activation) {
        return Optional.empty();
    }

    /** The number that separates the two classes of a single output: above it the prediction is class 1. */
    default double threshold() {
        return 0.5;
    }

    /** A loss together with the activation before it; no finite Z gives NaN or infinity. */
    interface Fused {
        /**
         * Writes the loss of each example.
         *
         * @param z the pre-activation of the output layer
         * @param a its activation, {@code g(z)}
         */
        void values(DenseMatrix z, DenseMatrix a, DenseMatrix target, DenseMatrix losses);

        /** Writes {@code dZ = ∂L/∂Z} of each example, for sigmoid and cross-entropy {@code A − Y}; dZ is no operand. */
        void gradient(DenseMatrix z, DenseMatrix a, DenseMatrix target, DenseMatrix dZ);

        /**
         * Whether {@link #valuesAndGradient} writes A too, the bits of the activation, so that this need not be applied
         * before.
         */
        default boolean activates() {
            return false;
        }

        /** Both at once, where they share work; the same numbers as one after the other. dZ is no operand. */
        default void valuesAndGradient(
                DenseMatrix z, DenseMatrix a, DenseMatrix target, DenseMatrix losses, DenseMatrix dZ) {
            values(z, a, target, losses);
            gradient(z, a, target, dZ);
        }
    }
}
