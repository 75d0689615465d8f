package org.example.isru;

import static org.layerwise.core.Options.requirePositive;

import org.layerwise.activations.ScalarActivation;

/**
 * Squashes its input into (−1/√α, 1/√α) without computing an exponential.
 *
 * <pre>{@code
 * a  = z / sqrt(1 + alpha z²)
 * dZ = dA / sqrt(1 + alpha z²)³
 * }</pre>
 *
 * <p>Shapes: element-wise, any.
 * <p>Source: Carlile, Delamarter, Kinney, Marti, Whitney, "Improving Deep Learning by Inverse Square Root Linear Units
 * (ISRLUs)", 2017.
 *
 * @param alpha how early the output saturates, > 0; default 1
 */
public record Isru(double alpha) implements ScalarActivation {
    /** With alpha 1. */
    public Isru() {
        this(1);
    }

    /** @throws org.layerwise.core.OptionException if alpha is not above 0 */
    public Isru {
        requirePositive("alpha", alpha);
    }

    @Override
    public double value(double z) {
        return z / Math.hypot(1, Math.sqrt(alpha) * z);
    }

    @Override
    public double derivative(double z, double a) {
        double slope = 1 / Math.hypot(1, Math.sqrt(alpha) * z);
        return slope * slope * slope;
    }
}
