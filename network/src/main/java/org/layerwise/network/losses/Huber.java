package org.layerwise.network.losses;

import static org.layerwise.core.Options.requirePositive;

import org.layerwise.network.ScalarLoss;
import org.layerwise.network.TargetKind;

/**
 * Squared for small errors, linear for large ones, so that outliers pull less.
 *
 * <pre>{@code
 * e  = â − y
 * L  = 1/k Σ e²/2 where |e| ≤ δ, else δ(|e| − δ/2)
 * dA = 1/k e      where |e| ≤ δ, else δ sign(e)
 * }</pre>
 *
 * <p>Shapes: prediction and target are (k, examples).
 * <p>Source: Huber, "Robust estimation of a location parameter", 1964; PyTorch's and Keras's {@code HuberLoss}.
 * <p>Differs from: {@code smooth_l1}, which is this divided by δ.
 *
 * @param delta δ, where the two meet, in units of the target, > 0; default 1
 */
public record Huber(double delta) implements ScalarLoss {
    /** Delta 1. */
    public Huber() {
        this(1);
    }

    /** @throws org.layerwise.core.OptionException if delta is not above 0 */
    public Huber {
        requirePositive("delta", delta);
    }

    @Override
    public TargetKind targets() {
        return TargetKind.NUMERIC;
    }

    @Override
    public double value(double prediction, double target) {
        double distance = Math.abs(prediction - target);
        return distance <= delta ? distance * distance / 2 : delta * (distance - delta / 2);
    }

    @Override
    public double derivative(double prediction, double target) {
        return Math.max(-delta, Math.min(delta, prediction - target));
    }
}
