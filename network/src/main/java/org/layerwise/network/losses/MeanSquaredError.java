package org.layerwise.network.losses;

import org.layerwise.network.ScalarLoss;
import org.layerwise.network.TargetKind;

/**
 * The mean of the squared errors.
 *
 * <pre>{@code
 * L  = 1/k Σ (â − y)²
 * dA = 2/k (â − y)
 * }</pre>
 *
 * <p>Shapes: prediction and target are (k, examples).
 * <p>Source: Keras and PyTorch, {@code MSELoss}.
 * <p>Differs from: textbooks that halve it so that the gradient is â − y.
 */
public record MeanSquaredError() implements ScalarLoss {
    @Override
    public TargetKind targets() {
        return TargetKind.NUMERIC;
    }

    @Override
    public double value(double prediction, double target) {
        return (prediction - target) * (prediction - target);
    }

    @Override
    public double derivative(double prediction, double target) {
        return 2 * (prediction - target);
    }
}
