package org.layerwise.network.losses;

import org.layerwise.network.ScalarLoss;
import org.layerwise.network.TargetKind;

/**
 * The mean of the absolute errors.
 *
 * <pre>{@code
 * L  = 1/k Σ |â − y|
 * dA = 1/k sign(â − y),  0 where they are equal
 * }</pre>
 *
 * <p>Shapes: prediction and target are (k, examples).
 * <p>Source: PyTorch, {@code L1Loss}.
 */
public record MeanAbsoluteError() implements ScalarLoss {
    @Override
    public TargetKind targets() {
        return TargetKind.NUMERIC;
    }

    @Override
    public double value(double prediction, double target) {
        return Math.abs(prediction - target);
    }

    @Override
    public double derivative(double prediction, double target) {
        return Math.signum(prediction - target);
    }
}
