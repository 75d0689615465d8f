package org.layerwise.activations;

/**
 * The input times a sigmoid of three straight pieces.
 *
 * <pre>{@code
 * a  = z · min(max(z + 3, 0), 6) / 6
 * dZ = 0  where z ≤ −3,  dA  where z ≥ 3,  else (z/3 + 1/2) dA
 * }</pre>
 *
 * <p>Shapes: element-wise, any. −∞ gives 0, ∞ stays ∞, NaN stays NaN.
 * <p>Source: Howard and others, "Searching for MobileNetV3", 2019.
 */
public record HardSwish() implements ScalarActivation {
    @Override
    public double value(double z) {
        return Gates.product(z, Math.min(Math.max(z + 3, 0), 6) / 6);
    }

    @Override
    public double derivative(double z, double a) {
        if (z <= -3) {
            return 0;
        }
        return z >= 3 ? 1 : z / 3 + 0.5;
    }
}
