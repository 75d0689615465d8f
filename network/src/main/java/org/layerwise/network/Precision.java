package org.layerwise.network;

/** In which precision the products of training steps are computed. Everything else is always in double precision. */
public enum Precision {
    /** In double precision, as everything else. */
    DOUBLE,
    /**
     * In single precision: {@code W A_prev}, {@code dZ A_prevᵀ} and {@code Wᵀ dZ} of dense layers take copies of their
     * operands rounded to floats, and their results are doubles again. Weights, biases, activations, the loss, gradients,
     * the optimizer's state and its updates are in double precision; so are inference, measuring and gradient checks.
     *
     * <p>An entry of such a product is off by at most {@code γ Σ |a| |b|} over its n terms, {@code γ = (n + 2) u / (1 − (n
     * + 2) u)}, {@code u = 2⁻²⁴}. A number beyond the largest float, 3.4e38, is infinite in a product; one below 1.2e-38
     * is 0.
     *
     * <p>Source: Micikevicius et al., "Mixed precision training", 2018: master weights and updates in the higher
     * precision. With floats no scaling of the loss is needed.
     */
    MIXED
}
