package org.layerwise.network.losses;

import org.layerwise.network.ScalarLoss;
import org.layerwise.network.TargetKind;

/**
 * The square of {@link Hinge}: smooth, and harder on what lies far on the wrong side.
 *
 * <pre>{@code
 * s  = 2y − 1
 * L  = 1/k Σ max(0, 1 − s â)²
 * dA = −2s/k max(0, 1 − s â)
 * }</pre>
 *
 * <p>Shapes: prediction and target are (k, examples); the target is 0 or 1, the prediction a score of any sign. Class 1
 * is predicted above 0.
 * <p>Source: Keras, {@code SquaredHinge}.
 */
public record SquaredHinge() implements ScalarLoss {
    @Override
    public TargetKind targets() {
        return TargetKind.BINARY;
    }

    @Override
    public double threshold() {
        return 0;
    }

    @Override
    public double value(double prediction, double target) {
        double missed = Math.max(0, 1 - (2 * target - 1) * prediction);
        return missed * missed;
    }

    @Override
    public double derivative(double prediction, double target) {
        double s = 2 * target - 1;
        return -2 * s * Math.max(0, 1 - s * prediction);
    }
}
