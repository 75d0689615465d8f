package org.layerwise.network.losses;

import static org.layerwise.core.Options.requirePositive;

import org.layerwise.network.ScalarLoss;
import org.layerwise.network.TargetKind;

/**
 * The absolute error with its corner rounded off.
 *
 * <pre>{@code
 * e  = â − y
 * L  = 1/k Σ e²/(2β) where |e| < β, else |e| − β/2
 * dA = 1/k e/β       where |e| < β, else sign(e)
 * }</pre>
 *
 * <p>Shapes: prediction and target are (k, examples).
 * <p>Source: Girshick, "Fast R-CNN", 2015; PyTorch's {@code SmoothL1Loss}.
 *
 * @param beta β, the half-width of the rounding, in units of the target, > 0; default 1
 */
public record SmoothL1(double beta) implements ScalarLoss {
    /** Beta 1. */
    public SmoothL1() {
        this(1);
    }

    /** @throws org.layerwise.core.OptionException if beta is not above 0 */
    public SmoothL1 {
        requirePositive("beta", beta);
    }

    @Override
    public TargetKind targets() {
        return TargetKind.NUMERIC;
    }

    @Override
    public double value(double prediction, double target) {
        double distance = Math.abs(prediction - target);
        return distance < beta ? distance * distance / (2 * beta) : distance - beta / 2;
    }

    @Override
    public double derivative(double prediction, double target) {
        return Math.max(-1, Math.min(1, (prediction - target) / beta));
    }
}
