package org.layerwise.activations;

import static org.layerwise.core.Options.requirePositive;

import org.layerwise.core.Elementary;

/**
 * The input times its own sigmoid; also called swish.
 *
 * <pre>{@code
 * a  = z s,  s = 1 / (1 + e^(−beta z))
 * dZ = dA · (s + beta a (1 − s))
 * }</pre>
 *
 * <p>Shapes: element-wise, any. −∞ gives 0, ∞ stays ∞, NaN stays NaN.
 * <p>Source: Elfwing, Uchibe, Doya, "Sigmoid-weighted linear units", 2017; with beta: Ramachandran, Zoph, Le,
 * "Searching for activation functions", 2017.
 *
 * @param beta steepness, above 0; default 1
 */
public record Silu(double beta) implements ScalarActivation {
    /** With beta 1. */
    public Silu() {
        this(1);
    }

    /** @throws org.layerwise.core.OptionException if beta is not above 0 */
    public Silu {
        requirePositive("beta", beta);
    }

    @Override
    public double value(double z) {
        return Gates.product(z, Elementary.sigmoid(beta * z));
    }

    @Override
    public double derivative(double z, double a) {
        double s = Elementary.sigmoid(beta * z);
        return s + Gates.product(a, 1 - s) * beta;
    }
}
