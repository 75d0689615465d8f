package org.layerwise.network.losses;

import static org.layerwise.core.Options.require;

import org.layerwise.network.ScalarLoss;
import org.layerwise.network.TargetKind;

/**
 * The pinball loss, least where the prediction is a quantile of the target.
 *
 * <pre>{@code
 * e  = y − â
 * L  = 1/k Σ max(q e, (q − 1) e)
 * dA = 1/k (−q where e > 0, 1 − q where e < 0, else 0)
 * }</pre>
 *
 * <p>Shapes: prediction and target are (k, examples).
 * <p>Source: Koenker, Bassett, "Regression quantiles", 1978; scikit-learn's {@code mean_pinball_loss}.
 *
 * @param quantile q, in (0, 1); default 0.5, half the mean absolute error
 */
public record Quantile(double quantile) implements ScalarLoss {
    /** The median. */
    public Quantile() {
        this(0.5);
    }

    /** @throws org.layerwise.core.OptionException if quantile is outside (0, 1) */
    public Quantile {
        require(quantile > 0 && quantile < 1, "quantile", quantile, "in (0, 1)");
    }

    @Override
    public TargetKind targets() {
        return TargetKind.NUMERIC;
    }

    @Override
    public double value(double prediction, double target) {
        double e = target - prediction;
        return Math.max(quantile * e, (quantile - 1) * e);
    }

    @Override
    public double derivative(double prediction, double target) {
        double e = target - prediction;
        return e == 0 ? 0 : e > 0 ? -quantile : 1 - quantile;
    }
}
