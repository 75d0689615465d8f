package org.layerwise.activations;

/**
 * The input divided by one plus its size.
 *
 * <pre>{@code
 * a  = z / (1 + |z|)
 * dZ = dA / (1 + |z|)²
 * }</pre>
 *
 * <p>Shapes: element-wise, any. Every number has a value in [−1, 1]: −1 at −∞, 1 at ∞; NaN stays NaN.
 * <p>Source: Bergstra, Desjardins, Lamblin, Bengio, "Quadratic polynomials learn better image features", 2009.
 */
public record Softsign() implements ScalarActivation {
    @Override
    public double value(double z) {
        return Double.isInfinite(z) ? Math.signum(z) : z / (1 + Math.abs(z));
    }

    @Override
    public double derivative(double z, double a) {
        double root = 1 / (1 + Math.abs(z));
        return root * root;
    }
}
