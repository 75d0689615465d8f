package org.layerwise.network.losses;

import org.layerwise.network.ScalarLoss;
import org.layerwise.network.TargetKind;

/**
 * The distance by which a score misses the margin of its class.
 *
 * <pre>{@code
 * s  = 2y − 1
 * L  = 1/k Σ max(0, 1 − s â)
 * dA = 1/k (−s where s â < 1, else 0)
 * }</pre>
 *
 * <p>Shapes: prediction and target are (k, examples); the target is 0 or 1, the prediction a score of any sign, so that
 * the output layer is {@code linear} or {@code tanh}. Class 1 is predicted above 0.
 * <p>Source: Crammer, Singer, "On the algorithmic implementation of multiclass kernel-based vector machines", 2001;
 * Keras, {@code Hinge}.
 * <p>Differs from: Keras, whose targets may be −1 and 1 as well.
 */
public record Hinge() implements ScalarLoss {
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
        return Math.max(0, 1 - (2 * target - 1) * prediction);
    }

    @Override
    public double derivative(double prediction, double target) {
        double s = 2 * target - 1;
        return s * prediction < 1 ? -s : 0;
    }
}
