package org.layerwise.activations;

import org.layerwise.core.Elementary;

/**
 * The exponential linear unit whose two constants keep mean 0 and variance 1 from layer to layer.
 *
 * <pre>{@code
 * a  = λ z   where z > 0, else λ α (eᶻ − 1)        α = 1.6732632423543772, λ = 1.0507009873554805
 * dZ = λ dA  where z > 0, else λ α eᶻ dA
 * }</pre>
 *
 * <p>Shapes: element-wise, any. −∞ gives −λα, ∞ stays ∞, NaN stays NaN. Meant for {@code lecun_normal} weights and
 * {@code alpha_dropout}.
 * <p>Source: Klambauer, Unterthiner, Mayr, Hochreiter, "Self-normalizing neural networks", 2017.
 */
public record Selu() implements ScalarActivation {
    private static final double ALPHA = 1.6732632423543772;
    private static final double LAMBDA = 1.0507009873554805;

    @Override
    public double value(double z) {
        return LAMBDA * (z > 0 ? z : ALPHA * Elementary.expm1(z));
    }

    @Override
    public double derivative(double z, double a) {
        return LAMBDA * (z > 0 ? 1 : ALPHA * Elementary.exp(z));
    }
}
