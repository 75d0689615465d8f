package org.layerwise.activations;

/**
 * A rectifier with a ceiling.
 *
 * <pre>{@code
 * a  = min(max(z, 0), 6)
 * dZ = dA  where 0 < z < 6, else 0
 * }</pre>
 *
 * <p>Shapes: element-wise, any. NaN stays NaN.
 * <p>Source: Krizhevsky, "Convolutional deep belief networks on CIFAR-10", 2010.
 */
public record Relu6() implements ScalarActivation {
    @Override
    public double value(double z) {
        return Math.min(Math.max(z, 0), 6);
    }

    @Override
    public double derivative(double z, double a) {
        return z > 0 && z < 6 ? 1 : 0;
    }
}
